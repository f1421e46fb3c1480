using Azure.Storage.Queues.Models;
using Cosecha.Azure;
using Cosecha.Azure.Queues;
using Cosecha.Labeling;
using Cosecha.Messages;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>From <c>anonymized</c> to <c>labeled</c>.</summary>
public sealed class LabelFunction(QueueStage queue, LabelStage stage)
{
    /// <summary>Filters and labels the messages of one queue message.</summary>
    [Function("Label")]
    public async Task<LabelHop> RunAsync(
        [QueueTrigger(StorageNames.AnonymizedQueue)] QueueMessage message,
        CancellationToken cancellationToken
    )
    {
        var (input, output) = (PipelineJson.Plain.MessageBatchAnonymizedMessage, PipelineJson.Plain.MessageBatchLabeledMessage);
        return new(
            await queue.RunAsync(
                "Label",
                Deliveries.Of(StorageNames.AnonymizedQueue, message),
                input,
                m => stage.RunAsync(m, cancellationToken),
                output,
                LabelStage.TooLong,
                cancellationToken
            )
        );
    }
}
