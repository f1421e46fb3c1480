using System.CommandLine;
using Cosecha.Cli.Client;

namespace Cosecha.Cli.Datasets;

/// <summary><c>cosecha datasets list</c>: the data set versions, newest first.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var service = new ServiceOptions();
        var command = new Command("list", "List the data set versions of a running Cosecha, newest first.") { service.Url, service.Key };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var http = service.Connect(parsed);
                var versions = (await new CosechaClient(http).ListExportsAsync(cancellationToken)).Exports;
                Console.WriteLine($"{"version", -20}{"made", -26}{"examples", 9}{"train", 9}{"valid", 9}{"erased", 9}");
                foreach (var version in versions)
                {
                    var erased = version.Erased.Sum(e => e.Lines);
                    Console.WriteLine(
                        $"{version.Version, -20}{Wording.Time(version.CreatedAt), -26}{version.Examples, 9}{version.Train, 9}{version.Valid, 9}{erased, 9}"
                    );
                }

                return 0;
            }
        );
        return command;
    }
}
