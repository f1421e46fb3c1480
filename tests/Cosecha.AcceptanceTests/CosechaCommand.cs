using System.Diagnostics;

namespace Cosecha.AcceptanceTests;

/// <summary>The command line tool as a process of its own.</summary>
internal static class CosechaCommand
{
    private const string Own = "Cosecha.AcceptanceTests";

    /// <summary>
    /// The arguments of <c>dotnet</c> for a command, with the test's own runtime settings: its framework has the assemblies that this directory lacks.
    /// </summary>
    public static IReadOnlyList<string> Arguments(params IEnumerable<string> arguments) =>
        ["exec", "--runtimeconfig", $"{Own}.runtimeconfig.json", "--depsfile", $"{Own}.deps.json", "Cosecha.Cli.dll", .. arguments];

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        IEnumerable<string> arguments,
        string input = "",
        IReadOnlyDictionary<string, string?>? settings = null
    )
    {
        var info = new ProcessStartInfo("dotnet", Arguments(arguments))
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
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
