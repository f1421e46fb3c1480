using Azure.Storage.Queues.Models;
using Cosecha.Anonymization;
using Cosecha.Azure;
using Cosecha.Azure.Queues;
using Cosecha.Messages;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>From <c>captured</c> to <c>anonymized</c>.</summary>
public sealed class AnonymizeFunction(QueueStage queue, AnonymizeStage stage)
{
    /// <summary>Anonymizes the messages of one queue message.</summary>
    [Function("Anonymize")]
    public async Task<AnonymizeHop> RunAsync(
        [QueueTrigger(StorageNames.CapturedQueue)] QueueMessage message,
        CancellationToken cancellationToken
    )
    {
        var (input, output) = (PipelineJson.Plain.MessageBatchCapturedMessage, PipelineJson.Plain.MessageBatchAnonymizedMessage);
        return new(
            await queue.RunAsync(
                "Anonymize",
                Deliveries.Of(StorageNames.CapturedQueue, message),
                input,
                m => stage.RunAsync(m, cancellationToken),
                output,
                AnonymizeStage.TooLong,
                cancellationToken
            )
        );
    }
}
