using Cosecha.Cli.Client;
using Cosecha.Cli.Datasets;

namespace Cosecha.Cli.Demo;

/// <summary>The whole flow once: conversations in, a data set out, and what became of everything.</summary>
internal sealed class DemoRun(CosechaClient client, TextWriter output)
{
    private const string Language = "es";
    private const int ShownLines = 3;
    private const int MetricsDays = 365;

    private static readonly string[] Verdicts = ["approved", "review", "rejected", "discarded", "withdrawn"];

    public async Task RunAsync(IReadOnlyList<DemoConversation> conversations, CancellationToken cancellationToken)
    {
        await SendAsync(conversations, cancellationToken);
        var queues = new QueueWatch(client, output);
        await output.WriteLineAsync("Waiting for the queues:");
        await queues.DrainAsync(cancellationToken);
        await ShowVerdictsAsync(await queues.CountPoisonAsync(cancellationToken), cancellationToken);
        await ShowExportAsync((await client.ExportAsync(cancellationToken)).Export, cancellationToken);
    }

    private async Task SendAsync(IReadOnlyList<DemoConversation> conversations, CancellationToken cancellationToken)
    {
        var text = await client.GetConsentTextAsync(Language, cancellationToken);
        await output.WriteLineAsync($"Consent text {text.TextVersion}: {text.Text}");
        var bot = new DemoBot(client, text);
        foreach (var (index, conversation) in conversations.Index())
        {
            await bot.PlayAsync(conversation, cancellationToken);
            if ((index + 1) % 10 == 0 || index + 1 == conversations.Count)
            {
                await output.WriteLineAsync($"  {index + 1} of {conversations.Count} conversations sent");
            }
        }

        await output.WriteLineAsync($"Sent: {Wording.Listed(bot.Statuses)}");
        await output.WriteLineAsync($"Withdrawals: {bot.Withdrawals}, each of which erases what there is of the user");
    }

    private async Task ShowVerdictsAsync(int poison, CancellationToken cancellationToken)
    {
        var metrics = await client.GetMetricsAsync(MetricsDays, cancellationToken);
        var counts = metrics.Days.SelectMany(d => d.Counts).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
        await output.WriteLineAsync("Counted so far, earlier runs included:");
        foreach (var verdict in Verdicts)
        {
            var reasons = counts.Where(c => c.Key == verdict || c.Key.StartsWith($"{verdict}.", StringComparison.Ordinal)).ToList();
            var named = reasons.Where(c => c.Key != verdict).ToDictionary(c => c.Key[(verdict.Length + 1)..], c => c.Value);
            var why = named.Count == 0 ? "" : $" ({Wording.Listed(named)})";
            await output.WriteLineAsync($"  {verdict, -10} {reasons.Sum(c => c.Value), 5}{why}");
        }

        if (poison > 0)
        {
            await output.WriteLineAsync($"  {poison} queue messages failed for good: see cosecha redrive --help");
        }
    }

    private async Task ShowExportAsync(ExportAnswer export, CancellationToken cancellationToken)
    {
        await ExportSummary.WriteAsync(export, output);
        await output.WriteLineAsync("The first lines of train.jsonl:");
        await foreach (var line in client.ReadLinesAsync(export.Version, "train.jsonl", cancellationToken).Take(ShownLines))
        {
            await output.WriteLineAsync($"  {line}");
        }
    }
}
