using System.CommandLine;
using System.Globalization;
using Cosecha.Azure;
using Cosecha.Cli.Client;

namespace Cosecha.Cli;

/// <summary><c>cosecha failures</c>: what failed, why, and since when.</summary>
internal static class FailuresCommand
{
    /// <summary>Ids of a batch that are shown; the API has all.</summary>
    private const int ShownIds = 3;

    public static Command Create()
    {
        var service = new ServiceOptions();
        var queue = new Option<string?>("--queue") { Description = "Only what came from this queue." };
        queue.AcceptOnlyFromAmong([.. StorageNames.Queues]);
        var command = new Command("failures", "List the messages that failed, and why.") { queue, service.Url, service.Key };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var http = service.Connect(parsed);
                var answer = await new CosechaClient(http).ListFailuresAsync(parsed.GetValue(queue), cancellationToken);
                await WriteAsync(answer, Console.Out);
                return 0;
            }
        );
        return command;
    }

    private static async Task WriteAsync(FailuresAnswer answer, TextWriter output)
    {
        foreach (var failure in answer.Failures)
        {
            var ids = string.Join(' ', failure.MessageIds.Take(ShownIds)) + (failure.MessageIds.Count > ShownIds ? " …" : "");
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{failure.LastAt:u} {failure.Queue} {failure.Status} {failure.Id} {failure.Stage}: {failure.Error}, "
                        + $"attempt {failure.Attempts} since {failure.FirstAt:u}, taken back {failure.Redrives} times, messages: {ids}"
                )
            );
        }

        var poison = answer.Poison.Where(q => q.Value > 0).Select(q => $"{q.Value} in {q.Key}-poison").ToList();
        await output.WriteLineAsync(
            poison.Count == 0
                ? "No message is in a poison queue."
                : $"{string.Join(", ", poison)}. Mend the cause, then: cosecha redrive QUEUE"
        );
        if (answer.More > 0)
        {
            await output.WriteLineAsync($"{answer.More} older failures are not shown.");
        }
    }
}
