using Cosecha.Audit;
using Cosecha.Datasets;

namespace Cosecha.Functions;

/// <summary>Exports, and writes down for whom.</summary>
public sealed class AuditedExport(ExportStage stage, AuditTrail audit)
{
    /// <summary>Makes a data set version.</summary>
    /// <param name="actor">Who wants it.</param>
    /// <param name="function">The function's name.</param>
    /// <param name="wait">How long to wait for whoever else writes data sets.</param>
    /// <param name="cancellationToken">Ends the work, not the entry about it.</param>
    /// <returns>What it came to; null when the wait was in vain.</returns>
    public Task<ExportResult?> RunAsync(string actor, string function, TimeSpan wait, CancellationToken cancellationToken) =>
        audit.RunAsync(
            actor,
            AuditAction.Export,
            function,
            () => stage.RunAsync(wait, cancellationToken),
            result =>
                result is null
                    ? (function, AuditOutcome.Busy)
                    : (result.Manifest.Version, result.IsNew ? AuditOutcome.Done : AuditOutcome.Unchanged)
        );
}
