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
    /// <returns>The manifest; null when the wait was in vain.</returns>
    public Task<Manifest?> RunAsync(string actor, string function, TimeSpan wait, CancellationToken cancellationToken) =>
        audit.RunAsync(
            actor,
            AuditAction.Export,
            function,
            () => stage.RunAsync(wait, cancellationToken),
            manifest => manifest is null ? (function, AuditOutcome.Busy) : (manifest.Version, AuditOutcome.Done)
        );
}
