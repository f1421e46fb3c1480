using System.CommandLine;
using System.Net;
using Cosecha.Cli.Client;
using Cosecha.Cli.Datasets;

namespace Cosecha.Cli;

/// <summary><c>cosecha export</c>: has a running Cosecha make a data set version now.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var service = new ServiceOptions();
        var command = new Command("export", "Make a data set version now, and say what is in it.") { service.Url, service.Key };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var http = service.Connect(parsed);
                // An export takes as long as there are messages; Ctrl+C ends the wait.
                http.Timeout = Timeout.InfiniteTimeSpan;
                return await RunAsync(new CosechaClient(http), cancellationToken);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(CosechaClient client, CancellationToken cancellationToken)
    {
        try
        {
            var (export, isNew) = await Progress.ShowAsync("Exporting", client.ExportAsync(cancellationToken), cancellationToken);
            if (!isNew)
            {
                await Console.Out.WriteLineAsync("Nothing has changed since the newest version was made:");
            }

            await ExportSummary.WriteAsync(export, Console.Out);
            return 0;
        }
        catch (CosechaApiException e) when (e.Status == (int)HttpStatusCode.Conflict)
        {
            await Console.Error.WriteLineAsync("Another export or an erasure is writing data sets: try again in a minute.");
            return 1;
        }
    }
}
