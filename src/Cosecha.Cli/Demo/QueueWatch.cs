using Cosecha.Cli.Client;

namespace Cosecha.Cli.Demo;

/// <summary>Waits until the pipeline has worked off its queues, and shows how it goes.</summary>
internal sealed class QueueWatch(CosechaClient client, TextWriter output)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Two minutes without any change: nobody works on the queues.</summary>
    private const int PatiencePolls = 240;

    /// <summary>A message on its way from one queue to the next can be missed by one look, but not by two.</summary>
    private const int EmptyPolls = 2;

    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        var (shown, unchanged, empty) = ("", 0, 0);
        while (empty < EmptyPolls)
        {
            var queues = (await client.GetHealthAsync(cancellationToken)).Queues.Where(q => !IsPoison(q.Key)).ToList();
            var line = string.Join(", ", queues.OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => $"{q.Key} {q.Value}"));
            empty = queues.All(q => q.Value == 0) ? empty + 1 : 0;
            unchanged = line == shown ? unchanged + 1 : 0;
            if (unchanged == 0)
            {
                await output.WriteLineAsync($"  {line}");
            }

            if (unchanged > PatiencePolls)
            {
                throw new CosechaApiException("The queues have stopped moving. The host's log may say why.");
            }

            shown = line;
            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Queue messages that failed for good, whenever that was.</summary>
    public async Task<int> CountPoisonAsync(CancellationToken cancellationToken) =>
        (await client.GetHealthAsync(cancellationToken)).Queues.Where(q => IsPoison(q.Key)).Sum(q => q.Value);

    private static bool IsPoison(string queue) => queue.EndsWith("-poison", StringComparison.Ordinal);
}
