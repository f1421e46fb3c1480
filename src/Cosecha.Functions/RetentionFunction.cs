using Cosecha.Retention;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>The daily purge.</summary>
public sealed class RetentionFunction(RetentionStage stage)
{
    /// <summary>Removes what is past its age. A run that was cut off is finished by the next one; a doubled run finds nothing.</summary>
    [Function("Retention")]
    public Task RunAsync([TimerTrigger("%Retention:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        stage.RunAsync(cancellationToken);
}
