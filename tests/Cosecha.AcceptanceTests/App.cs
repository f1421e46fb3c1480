namespace Cosecha.AcceptanceTests;

/// <summary>The app as a process of its own, on the embedded host.</summary>
internal sealed class App : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private App(ChildProcess process, Uri url)
    {
        _process = process;
        Url = url;
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>What it logged.</summary>
    public IReadOnlyCollection<string> Log => _process.Lines;

    /// <summary>Starts it on a free port and waits until it listens.</summary>
    public static async Task<App> StartAsync(
        string storage,
        CancellationToken cancellationToken,
        int port = 0,
        IReadOnlyDictionary<string, string?>? settings = null
    )
    {
        var binary = Path.Combine(AppContext.BaseDirectory, "Cosecha.LocalHost.dll");
        var process = ChildProcess.Start(
            "dotnet",
            [binary, "--root", AppContext.BaseDirectory, "--port", $"{port}"],
            AppContext.BaseDirectory,
            (settings ?? new Dictionary<string, string?>()).Concat(Settings(storage)).DistinctBy(s => s.Key).ToDictionary()
        );
        const string Listening = "Now listening on: ";
        await process.WaitForOutputAsync(lines => lines.Any(l => l.Contains(Listening, StringComparison.Ordinal)), cancellationToken);
        var line = process.Lines.First(l => l.Contains(Listening, StringComparison.Ordinal));
        return new App(process, new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]));
    }

    /// <summary>The settings of every app under test. Short waits: a killed host holds its messages until their lease ends.</summary>
    public static IReadOnlyDictionary<string, string?> Settings(string storage) =>
        new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage,
            ["Pseudonym__Key"] = Consent.PseudonymOptions.DevelopmentKey,
            ["Export__Schedule"] = "0 0 7 * * *",
            ["LocalHost__MessageLease"] = "00:00:10",
        };

    /// <summary>Ends it as a crash would.</summary>
    public Task KillAsync() => _process.KillAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
