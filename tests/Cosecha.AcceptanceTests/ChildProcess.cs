using System.Collections.Concurrent;
using System.Diagnostics;

namespace Cosecha.AcceptanceTests;

/// <summary>A process that a test starts, reads and ends, by signal where that matters.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private ChildProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, e) => Collect(e.Data);
        process.ErrorDataReceived += (_, e) => Collect(e.Data);
        // A run that ends early must not leave children behind.
        AppDomain.CurrentDomain.ProcessExit += KillAtExit;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What the process printed so far, both streams, a line each.</summary>
    public IReadOnlyCollection<string> Lines => lines.ToArray();

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    public static ChildProcess Start(
        string file,
        IEnumerable<string> arguments,
        string directory,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var info = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            info.Environment[name] = value;
        return new ChildProcess(new Process { StartInfo = info });
    }

    /// <summary>Waits until the process has printed what <paramref name="done"/> looks for.</summary>
    /// <exception cref="InvalidOperationException">The process ended first; the message carries what it printed.</exception>
    public async Task WaitForOutputAsync(Func<IReadOnlyCollection<string>, bool> done, CancellationToken cancellationToken)
    {
        while (!done(Lines))
        {
            if (process.HasExited)
            {
                // Its last lines may still be on their way.
                await process.WaitForExitAsync(cancellationToken);
                throw new InvalidOperationException(
                    $"{process.StartInfo.FileName} ended with {process.ExitCode}: {string.Join('\n', Lines)}"
                );
            }
            await Task.Delay(50, cancellationToken);
        }
    }

    /// <summary>Sends SIGTERM and waits for the end.</summary>
    public async Task TerminateAsync(CancellationToken cancellationToken)
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await kill.WaitForExitAsync(cancellationToken);
        }
        await process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Sends SIGKILL and waits for the end.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private void KillAtExit(object? sender, EventArgs e)
    {
        if (!process.HasExited)
            process.Kill();
    }

    private void Collect(string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }
}
