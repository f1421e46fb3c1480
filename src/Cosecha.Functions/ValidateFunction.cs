using Cosecha.Azure;
using Cosecha.Messages;
using Cosecha.Quality;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>From <c>labeled</c> to the table <c>messages</c>.</summary>
public sealed class ValidateFunction(QueueStage queue, ValidateStage stage)
{
    /// <summary>Decides about the messages of one queue message and stores them.</summary>
    [Function("Validate")]
    public async Task<ValidateHop> RunAsync([QueueTrigger(StorageNames.LabeledQueue)] string payload, CancellationToken cancellationToken)
    {
        var input = PipelineJson.Plain.MessageBatchLabeledMessage;
        return new(await queue.RunAsync("Validate", payload, input, m => stage.RunAsync(m, cancellationToken)));
    }
}
