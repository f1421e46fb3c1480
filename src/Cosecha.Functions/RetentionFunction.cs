using Cosecha.Audit;
using Cosecha.Retention;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>The daily purge.</summary>
public sealed class RetentionFunction(RetentionStage stage, AuditTrail audit)
{
    /// <summary>
    /// Removes what is past its age, at five in the morning UTC: before the export, so that it no longer has it. A run that was cut off is finished
    /// by the next one; a doubled run finds nothing.
    /// </summary>
    [Function("Retention")]
    public Task RunAsync([TimerTrigger("0 0 5 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        audit.RunAsync(Actors.Timer, AuditAction.Retention, "Retention", () => stage.RunAsync(cancellationToken));
}
