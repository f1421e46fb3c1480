using System.Diagnostics.Metrics;
using Cosecha.Catalog;
using Cosecha.Consent;
using Cosecha.Messages;
using Cosecha.Telemetry;
using Microsoft.Extensions.Options;

namespace Cosecha.Tests.Fakes;

/// <summary>Builders for what most tests need and none is about.</summary>
internal static class Sample
{
    public const string Key = PseudonymOptions.DevelopmentKey;

    public static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public static Pseudonyms Pseudonyms(string key = Key, params IReadOnlyList<string> previous) =>
        new(Options.Create(new PseudonymOptions { Key = key, PreviousKeys = previous }));

    /// <summary>A secret for <see cref="Pseudonyms"/>, another for each number.</summary>
    public static string Secret(byte number) => Convert.ToBase64String(Enumerable.Repeat(number, 32).ToArray());

    public static RecentConsents Recent(IConsentStore consents, TimeProvider? clock = null) => new(consents, clock ?? TimeProvider.System);

    public static PipelineMetrics Metrics(TimeProvider? clock = null) => new(new NoMeters(), clock ?? TimeProvider.System);

    public static MessageHeader Header(
        string user = "u1",
        string conversation = "c1",
        string id = "m1",
        Role role = Role.User,
        int minute = 0,
        int grant = 1
    ) => new(user, conversation, id, role, Noon.AddMinutes(minute), "whatsapp", grant);

    public static StoredMessage Stored(MessageHeader header, string? content = "text", Verdict verdict = Verdict.Approved) =>
        new(header, content, [], null, verdict, []);

    public static ConsentState Consent(string user = "u1", bool granted = true, int grant = 1) =>
        new(user, Event(granted ? ConsentStatus.Granted : ConsentStatus.Withdrawn, grant: grant));

    public static ConsentEvent Event(
        ConsentStatus status = ConsentStatus.Granted,
        int minute = 0,
        int grant = 1,
        ConsentPurposes purposes = ConsentPurposes.Training
    ) => new(status, Noon.AddMinutes(minute), "2025-01", "es", TextHash, "whatsapp", null, purposes, grant);

    /// <summary>A withdrawal with the erasure of what is stored, as it looks to stages that work meanwhile.</summary>
    public static async Task WithdrawAsync(
        InMemoryConsentStore consents,
        InMemoryMessageStore messages,
        InMemoryRedactionScopes scopes,
        CancellationToken cancellationToken
    )
    {
        var state = await consents.AppendAsync(
            "u1",
            before => before!.Last with { Status = ConsentStatus.Withdrawn, At = before.Last.At.AddTicks(1) },
            cancellationToken
        );
        await messages.EraseUserAsync("u1", ConsentState.FirstKept(state), cancellationToken);
        await scopes.EraseUserAsync("u1", ConsentState.FirstKept(state), cancellationToken);
    }

    public static string TextHash { get; } = new ConsentText("2025-01", "es", "Acepto.").Hash();

    private sealed class NoMeters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose() { }
    }
}
