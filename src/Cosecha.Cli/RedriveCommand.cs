using System.CommandLine;
using Cosecha.Azure;
using Cosecha.Cli.Client;

namespace Cosecha.Cli;

/// <summary><c>cosecha redrive</c>: has a running Cosecha take messages that failed for good back into their queue.</summary>
internal static class RedriveCommand
{
    public static Command Create()
    {
        var service = new ServiceOptions();
        var queue = new Argument<string>("queue") { Description = "The queue whose poison messages go back into it." };
        queue.AcceptOnlyFromAmong([.. StorageNames.Queues]);
        var id = new Option<string?>("--id") { Description = "A single failure, as cosecha failures shows it. Default: all." };
        var repeated = new Option<bool>("--repeated")
        {
            Description = "Take back, too, what was taken back before and failed for the same cause again.",
        };
        var command = new Command("redrive", "Move the messages of a poison queue back, once the cause is mended.")
        {
            queue,
            id,
            repeated,
            service.Url,
            service.Key,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var http = service.Connect(parsed);
                var order = new OutgoingRedrive(parsed.GetValue(queue)!, parsed.GetValue(id), parsed.GetValue(repeated));
                return await RunAsync(new CosechaClient(http), order, cancellationToken);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(CosechaClient client, OutgoingRedrive order, CancellationToken cancellationToken)
    {
        RedriveAnswer answer;
        var found = 0;
        do
        {
            answer = await client.RedriveAsync(order, cancellationToken);
            await Console.Out.WriteLineAsync(
                $"{answer.Moved} moved back to {order.Queue}, {answer.Withdrawn} messages deleted since their consent is gone, "
                    + $"{answer.Expired} deleted since they are too old, "
                    + $"{answer.Repeated} left that failed for the same cause again."
            );
            found += answer.Moved + answer.Withdrawn + answer.Expired;
            // With --repeated, what has just failed again would be taken back for ever.
        } while (answer is { Complete: false, Moved: > 0 } && !order.Repeated);

        if (order.Id is not null && found == 0)
        {
            await Console.Error.WriteLineAsync("No message of that id is in the poison queue: cosecha failures lists what is.");
            return 1;
        }

        if (!answer.Complete)
        {
            await Console.Error.WriteLineAsync(
                "Not all were seen: some are in other hands, or are not base64 (cosecha doctor tells). Call it again in a minute."
            );
        }

        return answer.Complete ? 0 : 1;
    }
}
