using System.Text.RegularExpressions;

namespace Cosecha.AcceptanceTests;

/// <summary>One Azurite process with its data on disk, on ports of its own.</summary>
/// <remarks>Disk, not memory: the in-memory mode freezes for seconds after some thousand queue messages.</remarks>
internal sealed partial class Azurite : IAsyncDisposable
{
    // Azurite's published development account; not a secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly string[] Services = ["Blob", "Queue", "Table"];

    private readonly string directory;
    private readonly Dictionary<string, int> ports = Services.ToDictionary(service => service, _ => 0);
    private ChildProcess? process;

    private Azurite(string directory) => this.directory = directory;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + string.Join(';', ports.Select(port => $"{port.Key}Endpoint=http://127.0.0.1:{port.Value}/{Account}"));

    public static async Task<Azurite> StartNewAsync(CancellationToken cancellationToken)
    {
        var azurite = new Azurite(Directory.CreateTempSubdirectory("azurite-").FullName);
        await azurite.StartAsync(cancellationToken);
        return azurite;
    }

    /// <summary>Starts it; after a stop, on the same ports and data as before.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var script = Path.Combine(Repository.Root, "tools", "azurite", "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script))
            throw new InvalidOperationException("Azurite is not installed: run `npm ci --prefix tools/azurite`.");
        string[] arguments = [script, "--silent", "--disableTelemetry", "--location", directory];
        var started = ChildProcess.Start(
            "node",
            [.. arguments, .. ports.SelectMany(port => new[] { $"--{port.Key.ToLowerInvariant()}Port", $"{port.Value}" })],
            directory
        );
        process = started;
        await started.WaitForOutputAsync(lines => lines.Count(line => Listening().IsMatch(line)) == Services.Length, cancellationToken);
        foreach (var match in started.Lines.Select(line => Listening().Match(line)).Where(match => match.Success))
            ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].ValueSpan, provider: null);
    }

    /// <summary>Stops it as an operator would; what was stored is kept for the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (process is { } running)
        {
            process = null;
            await running.TerminateAsync(cancellationToken);
            await running.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    [GeneratedRegex("Azurite (?<service>Blob|Queue|Table) service is successfully listening at http://127.0.0.1:(?<port>[0-9]+)")]
    private static partial Regex Listening();
}
