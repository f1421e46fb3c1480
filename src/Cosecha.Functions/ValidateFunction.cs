using Azure.Storage.Queues.Models;
using Cosecha.Azure;
using Cosecha.Azure.Queues;
using Cosecha.Messages;
using Cosecha.Quality;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>From <c>labeled</c> to the table <c>messages</c>.</summary>
public sealed class ValidateFunction(QueueStage queue, ValidateStage stage)
{
    /// <summary>Decides about the messages of one queue message and stores them.</summary>
    [Function("Validate")]
    public async Task<ValidateHop> RunAsync(
        [QueueTrigger(StorageNames.LabeledQueue)] QueueMessage message,
        CancellationToken cancellationToken
    )
    {
        var input = PipelineJson.Plain.MessageBatchLabeledMessage;
        return new(
            await queue.RunAsync(
                "Validate",
                Deliveries.Of(StorageNames.LabeledQueue, message),
                input,
                m => stage.RunAsync(m, cancellationToken),
                cancellationToken
            )
        );
    }
}
