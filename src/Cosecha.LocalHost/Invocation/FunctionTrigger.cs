using Cosecha.LocalHost.Timers;

namespace Cosecha.LocalHost.Invocation;

/// <summary>What starts a function; settings in its texts are resolved.</summary>
internal abstract record FunctionTrigger
{
    /// <summary>One line for the log at the start.</summary>
    public abstract string Description { get; }
}

/// <summary>A request.</summary>
/// <param name="Route">The route template, without the prefix.</param>
/// <param name="Methods">The methods in upper case; empty for all.</param>
internal sealed record HttpTrigger(string Route, IReadOnlyList<string> Methods) : FunctionTrigger
{
    public override string Description => $"{(Methods.Count == 0 ? "any method" : string.Join(',', Methods))} {Route}";
}

/// <summary>A message of a queue.</summary>
internal sealed record QueueTrigger(string QueueName, string Connection) : FunctionTrigger
{
    public override string Description => $"queue {QueueName}";
}

/// <summary>A schedule.</summary>
/// <param name="Schedule">When it is due.</param>
/// <param name="UseMonitor">Whether occurrences are recorded, so that a missed one is made up for.</param>
/// <param name="RunOnStartup">Whether it also fires whenever the host starts.</param>
internal sealed record TimerTrigger(TimerSchedule Schedule, bool UseMonitor, bool RunOnStartup) : FunctionTrigger
{
    public override string Description => $"timer {Schedule} (UTC)";
}
