using Cosecha.Capture;
using Cosecha.Messages;
using Cosecha.Retention;
using Cosecha.Telemetry;
using Microsoft.Extensions.Options;

namespace Cosecha.Azure.Queues;

/// <summary>The queue <c>captured</c>. A client of its own instead of an output binding: a binding cannot set the time to live.</summary>
public sealed class CapturedQueue(StorageAccount account, IOptions<RetentionOptions> retention) : ICapturedQueue
{
    private readonly global::Azure.Storage.Queues.QueueClient _queue = account.QueueService.GetQueueClient(StorageNames.CapturedQueue);

    /// <inheritdoc />
    public async Task SendAsync(IReadOnlyList<CapturedMessage> messages, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var payloads = Payload.Pack(messages, PipelineJson.Plain.MessageBatchCapturedMessage, PipelineTracing.TraceParent);
        // After its time the storage drops it, and the bot may send the message again.
        await Task.WhenAll(payloads.Select(p => _queue.SendMessageAsync(p, null, retention.Value.Captured, cancellationToken)));
    }
}
