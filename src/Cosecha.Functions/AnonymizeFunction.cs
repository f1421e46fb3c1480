using Cosecha.Anonymization;
using Cosecha.Azure;
using Cosecha.Messages;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>From <c>captured</c> to <c>anonymized</c>.</summary>
public sealed class AnonymizeFunction(QueueStage queue, AnonymizeStage stage)
{
    /// <summary>Anonymizes the messages of one queue message.</summary>
    [Function("Anonymize")]
    public async Task<AnonymizeHop> RunAsync([QueueTrigger(StorageNames.CapturedQueue)] string payload, CancellationToken cancellationToken)
    {
        var (input, output) = (PipelineJson.Plain.MessageBatchCapturedMessage, PipelineJson.Plain.MessageBatchAnonymizedMessage);
        return new(
            await queue.RunAsync("Anonymize", payload, input, m => stage.RunAsync(m, cancellationToken), output, AnonymizeStage.TooLong)
        );
    }
}
