using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Cosecha.Functions;
using Cosecha.LocalHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Runs the flow in this process, so that whatever is logged or traced can be read, and then reads everything that is stored.</summary>
public sealed partial class NothingPersonalTests
{
    [Fact]
    public async Task No_phone_mail_or_user_id_of_the_input_is_stored_queued_logged_or_traced()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var conversations = Conversation.ReadAll();
        var secrets = conversations.SelectMany(SecretsOf).Distinct().ToList();
        secrets.Count.ShouldBeGreaterThan(conversations.Count);
        await using var azurite = await Azurite.StartNewAsync(cancellation);
        using var traces = new TraceRecorder();
        using var logs = new LogLines();
        await using (var app = Start(azurite.ConnectionString, logs))
        {
            await app.StartAsync(cancellation);
            using var api = new CosechaApi(new Uri(app.Urls.First()));
            await PostAllAsync(api, conversations, cancellation);
            await new Storage(azurite.ConnectionString).SendAsync("captured", "not json", cancellation);
            await api.DrainAsync(cancellation);
            await api.ExportAsync(cancellation);
            await api.GetConversationAsync(conversations[0].UserId, conversations[0].ConversationId, cancellation);
            await app.StopAsync(cancellation);
        }

        logs.Lines.ShouldNotBeEmpty();
        traces.Lines.ShouldNotBeEmpty();
        var found = new List<string>();
        await foreach (var (place, text) in new Storage(azurite.ConnectionString).ReadAllAsync())
        {
            found.AddRange(secrets.Where(s => text.Contains(s, StringComparison.OrdinalIgnoreCase)).Select(s => $"{s} in {place}"));
        }

        foreach (var line in logs.Lines.Concat(traces.Lines))
        {
            found.AddRange(secrets.Where(s => line.Contains(s, StringComparison.OrdinalIgnoreCase)).Select(s => $"{s} in {line}"));
        }

        found.ShouldBeEmpty();
    }

    private static WebApplication Start(string storage, LogLines logs)
    {
        var settings = App.Settings(storage).Select(s => $"--{s.Key.Replace("__", ":", StringComparison.Ordinal)}={s.Value}");
        return FunctionsHost.Build(
            ["--root", AppContext.BaseDirectory, "--port", "0", .. settings],
            typeof(Composition).Assembly.GetTypes(),
            builder =>
            {
                builder.AddCosecha();
                builder.Logging.AddProvider(logs);
            }
        );
    }

    private static async Task PostAllAsync(CosechaApi api, IReadOnlyList<Conversation> conversations, CancellationToken cancellation)
    {
        foreach (var conversation in conversations)
        {
            if (!conversation.Consents && !conversation.Withdraws)
            {
                await api.PostAsync(conversation.Messages.Select(conversation.ToPost), cancellation);
                continue;
            }

            await api.GrantAsync(conversation.UserId, cancellation);
            await api.PostAsync(conversation.Messages.Select(conversation.ToPost), cancellation);
            if (conversation.Withdraws)
            {
                await api.WithdrawAsync(conversation.UserId, cancellation);
            }
        }
    }

    /// <summary>The user id, and each phone and mail in the texts, as written and as bare digits.</summary>
    private static IEnumerable<string> SecretsOf(Conversation conversation)
    {
        var texts = string.Join('\n', conversation.Messages.Select(m => m.Content));
        var phones = Phone().Matches(texts).Select(m => m.Value).Append(conversation.UserId).ToList();
        return [.. phones, .. phones.Select(p => string.Concat(p.Where(char.IsAsciiDigit))), .. Mail().Matches(texts).Select(m => m.Value)];
    }

    [GeneratedRegex(@"\+[0-9][0-9 ()-]{7,}[0-9]|\b0[0-9]{8,9}\b")]
    private static partial Regex Phone();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+")]
    private static partial Regex Mail();

    private sealed class TraceRecorder : IDisposable
    {
        private readonly ActivityListener _listener = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };

        public TraceRecorder()
        {
            _listener.ActivityStopped = a =>
                Lines.Enqueue($"{a.Source.Name} {a.DisplayName} {string.Join(' ', a.TagObjects.Select(t => $"{t.Key}={t.Value}"))}");
            ActivitySource.AddActivityListener(_listener);
        }

        public ConcurrentQueue<string> Lines { get; } = [];

        public void Dispose() => _listener.Dispose();
    }
}
