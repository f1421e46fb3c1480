using Cosecha.Audit;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>The nightly export.</summary>
public sealed class ExportFunction(AuditedExport export)
{
    /// <summary>Time enough for an erasure that writes versions anew to end.</summary>
    private static readonly TimeSpan s_wait = TimeSpan.FromMinutes(10);

    /// <summary>Makes a data set version. A late or doubled run finds the same files and makes none.</summary>
    [Function("Export")]
    public Task RunAsync([TimerTrigger("%Export:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        export.RunAsync(Actors.Timer, "Export", s_wait, cancellationToken);
}
