using System.CommandLine;
using Cosecha.Cli.Client;

namespace Cosecha.Cli.Datasets;

/// <summary><c>cosecha datasets diff</c>: what came and what went from one data set version to another.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var service = new ServiceOptions();
        var (before, after) = (VersionArgument.Create("before"), VersionArgument.Create("after"));
        var command = new Command("diff", "Compare two data set versions: what came, what went, which figures moved.")
        {
            before,
            after,
            service.Url,
            service.Key,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var http = service.Connect(parsed);
                var client = new CosechaClient(http);
                var from = await VersionArgument.ResolveAsync(parsed.GetValue(before)!, client, cancellationToken);
                var to = await VersionArgument.ResolveAsync(parsed.GetValue(after)!, client, cancellationToken);
                Console.WriteLine($"From {from} to {to}");
                await WriteExamplesAsync(client, from, to, cancellationToken);
                await WriteFiguresAsync(client, from, to, cancellationToken);
                return 0;
            }
        );
        return command;
    }

    private static async Task WriteExamplesAsync(CosechaClient client, string from, string to, CancellationToken cancellationToken)
    {
        var before = await Lineage.ReadAsync(client, from, cancellationToken);
        var after = await Lineage.ReadAsync(client, to, cancellationToken);
        var stayed = before.Examples.Keys.Where(after.Examples.ContainsKey).ToList();
        var moved = stayed.Count(id => before.Examples[id] != after.Examples[id]);
        var (came, went) = (after.Examples.Count - stayed.Count, before.Examples.Count - stayed.Count);
        Console.WriteLine($"  examples: {came} came, {went} went, {stayed.Count} stayed ({moved} of them on the other side of the split)");
        var known = before.Users.Count(after.Users.Contains);
        Console.WriteLine($"  users: {after.Users.Count - known} came, {before.Users.Count - known} went, {known} stayed");
    }

    private static async Task WriteFiguresAsync(CosechaClient client, string from, string to, CancellationToken cancellationToken)
    {
        var before = ManifestFigures.Of(await client.GetManifestAsync(from, cancellationToken));
        var after = ManifestFigures.Of(await client.GetManifestAsync(to, cancellationToken));
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (was, now) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            if (was != now)
            {
                Console.WriteLine($"  {name, -40}{Wording.Number(was), 12}{Wording.Number(now), 12}{Wording.Change(now - was), 12}");
            }
        }
    }
}
