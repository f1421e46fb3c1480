using System.Text;
using System.Text.Json;
using Cosecha.Anonymization;
using Cosecha.Consent;
using Cosecha.Datasets;
using Cosecha.Erasure;
using Cosecha.Failures;
using Cosecha.Messages;
using Cosecha.Telemetry;
using Cosecha.Tests.Datasets;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static System.FormattableString;

namespace Cosecha.Tests.Erasure;

/// <summary>Two users with something of each in every place, and the stages that erase; any call to a port may be the process's last.</summary>
internal sealed class ErasureWorld
{
    private readonly ExportWorld _export = new();
    private readonly PipelineMetrics _metrics = Sample.Metrics();

    private FakeTimeProvider Clock => _export.Clock;

    public InMemoryConsentStore Consents => _export.Consents;

    public InMemoryMessageStore Messages => _export.Messages;

    public InMemoryRedactionScopes Scopes { get; } = new();

    public InMemoryDatasetStore Datasets => _export.Datasets;

    public InMemoryLineageIndex Lineage => _export.Lineage;

    public InMemoryDatasetLock Lock => _export.Lock;

    public InMemoryPoisonQueues Poison { get; } = new();

    public InMemoryFailureStore Failures { get; } = new();

    public InMemoryErasures Erasures { get; } = new();

    public Faults Faults { get; } = new();

    public void Advance(TimeSpan time) => Clock.Advance(time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Users u1 and u2, each with two conversations, numbered values, two data set versions and a message in a poison queue.</summary>
    public static async Task<ErasureWorld> CreateAsync()
    {
        var world = new ErasureWorld();
        await world.FillAsync("u1");
        await world.FillAsync("u2");
        await world.ExportAsync();
        await world._export.StoreAsync("u2", "c3", "u2 asks in c3");
        await world.ExportAsync();
        world.Poison.Payloads.Add(Payload(Captured("u1", "p1"), Captured("u2", "p2")));
        world.Poison.Payloads.Add(Payload(Captured("u1", "p3")));
        world.Poison.Payloads.Add("no JSON");
        foreach (var payload in world.Poison.Payloads)
        {
            await world.Log().RecordAsync("Test", new("captured", payload, 5, null, null), "FormatException", isLast: true, Token);
        }

        world.Faults.Forget();
        return world;
    }

    public async Task GrantAsync(string userKey) =>
        await new ConsentRegister(Consents, Sample.Recent(Consents), new ErasureDesk(Erasures, Erasures, Clock), Clock).RecordAsync(
            [userKey],
            new(true, "2025-01", "es", Sample.TextHash, "whatsapp", null, ConsentPurposes.Training, null),
            Token
        );

    public Task<string> WithdrawAsync(string userKey)
    {
        var desk = new ErasureDesk(Faults.In<IErasureQueue>(Erasures), Faults.In<IErasureStore>(Erasures), Clock);
        var consents = Faults.In<IConsentStore>(Consents);
        return new ConsentRegister(consents, Sample.Recent(consents), desk, Clock).WithdrawAsync([userKey], Token);
    }

    /// <summary>Orders anew what is not done, as the daily purge does.</summary>
    public Task ResumeAsync() => new ErasureDesk(Erasures, Erasures, Clock).ResumeAsync(Token);

    public Task<Manifest> ExportAsync() => _export.ExportAsync();

    /// <summary>Carries out the next order; it stays in the queue when the process ends.</summary>
    public async Task EraseOnceAsync()
    {
        var order = Erasures.Orders.Peek();
        await Stage().RunAsync(order, Token);
        Erasures.Orders.Dequeue();
    }

    public async Task EraseAllAsync()
    {
        while (Erasures.Orders.Count > 0)
        {
            await EraseOnceAsync();
        }
    }

    /// <summary>The process ended and another one starts: its lock is free again, and nothing fails any more.</summary>
    public void Restart() => (Faults.FailingCall, Lock.IsTaken) = (0, false);

    /// <summary>All that is stored, as text: what two worlds can be compared by.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        text.AppendJoin('\n', Messages.Messages.Select(m => $"{m.Header}")).AppendLine(Invariant($"\nclaims {Messages.Claims}"));
        text.AppendJoin('\n', Scopes.Saved.Keys.Select(k => $"{k}").Order(StringComparer.Ordinal)).AppendLine();
        text.AppendJoin('\n', Poison.Payloads.Order(StringComparer.Ordinal)).AppendLine();
        text.AppendJoin('\n', Failures.Open.Select(f => $"{f.Id} {string.Join(' ', f.MessageIds)}").Order(StringComparer.Ordinal))
            .AppendLine();
        text.AppendJoin('\n', Lineage.Entries.Values).AppendLine();
        foreach (var manifest in Datasets.Published)
        {
            text.AppendLine(JsonSerializer.Serialize(manifest));
            foreach (var file in manifest.Files)
            {
                text.AppendLine(Datasets.Text(manifest.Folder, file.Name));
            }
        }

        text.Append("latest ").AppendLine(Datasets.Latest?.Folder);
        text.AppendJoin('\n', Datasets.Folders).AppendLine();
        text.AppendJoin('\n', Consents.LedgerOf("u1")).AppendLine();
        return text.ToString();
    }

    private ErasureStage Stage()
    {
        var (consents, erasures) = (Faults.In<IConsentStore>(Consents), Faults.In<IErasureStore>(Erasures));
        var (datasets, lineage) = (Faults.In<IDatasetStore>(Datasets), Faults.In<ILineageIndex>(Lineage));
        var tidy = new DatasetTidy(datasets, lineage);
        return new(
            consents,
            new RowSweep(consents, Faults.In<IMessageStore>(Messages), Faults.In<IRedactionScopes>(Scopes)),
            new PoisonSweep(Faults.In<IPoisonQueues>(Poison), consents, Log(), _metrics),
            new VersionSweep(erasures, consents, datasets, lineage, new VersionRewriter(datasets, Clock), tidy),
            erasures,
            Faults.In<IErasureQueue>(Erasures),
            Faults.In<IDatasetLock>(Lock),
            _metrics,
            Clock
        );
    }

    private FailureLog Log() => new(Faults.In<IFailureStore>(Failures), Sample.Pseudonyms(), Clock, NullLogger<FailureLog>.Instance);

    private async Task FillAsync(string userKey)
    {
        await GrantAsync(userKey);
        foreach (var conversation in new[] { "c1", "c2" })
        {
            var question = Sample.Header(userKey, conversation, "m1");
            var answer = Sample.Header(userKey, conversation, "m2", Role.Assistant, minute: 1);
            await Messages.ClaimAsync([question, answer], Token);
            await Messages.AddAsync(
                [Sample.Stored(question, $"{userKey} asks in {conversation}"), Sample.Stored(answer, $"{userKey} is answered")],
                Token
            );
            await Scopes.TrySaveAsync(ScopeId.Of(question), SavedScope.Empty, Token);
        }
    }

    private static CapturedMessage Captured(string userKey, string id) => new(Sample.Header(userKey, id: id), $"raw text of {userKey}");

    private static string Payload(params CapturedMessage[] messages) =>
        Cosecha.Messages.Payload.Pack(messages, PipelineJson.Plain.MessageBatchCapturedMessage, null)[0];
}
