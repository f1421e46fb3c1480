using System.Collections.Concurrent;

namespace Cosecha.AcceptanceTests.Hosting;

/// <summary>What the functions of a test report, and what holds them up.</summary>
public sealed class Probe
{
    private readonly ConcurrentQueue<string> seen = new();

    /// <summary>What was reported, in order.</summary>
    public IReadOnlyList<string> Seen => [.. seen];

    /// <summary>Functions that wait for it go on when the test completes it.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Report(string what) => seen.Enqueue(what);
}
