namespace Cosecha.AcceptanceTests.Hosting;

/// <summary>The host in a process of its own, with the functions of tests/SampleHost.</summary>
internal static class SampleHostProcess
{
    public static ChildProcess Start(IReadOnlyDictionary<string, string?> settings, params string[] arguments) =>
        ChildProcess.Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "SampleHost.dll"), .. arguments],
            AppContext.BaseDirectory,
            settings
        );

    /// <summary>Starts it on a free port and waits until it runs.</summary>
    public static async Task<ChildProcess> StartAndWaitAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var process = Start(settings, "--port", "0");
        await process.WaitForOutputAsync(
            lines => lines.Any(line => line.Contains("Application started", StringComparison.Ordinal)),
            TestContext.Current.CancellationToken
        );
        return process;
    }
}
