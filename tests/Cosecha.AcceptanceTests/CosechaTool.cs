using System.Diagnostics;

namespace Cosecha.AcceptanceTests;

/// <summary><c>cosecha</c> as a process of its own, its output redirected.</summary>
internal static class CosechaTool
{
    // With the test's own runtime settings: its framework has the assemblies that this directory lacks.
    private const string Own = "Cosecha.AcceptanceTests";

    /// <summary>Runs a command to its end.</summary>
    /// <param name="arguments">The command and what follows it.</param>
    /// <param name="input">What it reads from standard input.</param>
    /// <param name="settings">Environment variables.</param>
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        IEnumerable<string> arguments,
        string input = "",
        IReadOnlyDictionary<string, string?>? settings = null
    )
    {
        string[] command = ["exec", "--runtimeconfig", $"{Own}.runtimeconfig.json", "--depsfile", $"{Own}.deps.json", "Cosecha.Cli.dll"];
        var info = new ProcessStartInfo("dotnet", [.. command, .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            info.Environment[name] = value;
        }

        using var process = Process.Start(info)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
