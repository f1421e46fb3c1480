using Azure.Storage.Queues;
using Cosecha.Erasure;
using Cosecha.Messages;
using Cosecha.Telemetry;

namespace Cosecha.Azure.Queues;

/// <summary>The queue <c>erasure</c>. A client of its own instead of an output binding: a binding cannot delay a message.</summary>
public sealed class ErasureQueue(StorageAccount account) : IErasureQueue
{
    /// <summary>An order never gets lost by age.</summary>
    internal static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly QueueClient _queue = account.QueueService.GetQueueClient(StorageNames.ErasureQueue);

    /// <inheritdoc />
    public async Task SendAsync(ErasureOrder order, TimeSpan delay, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var payloads = Payload.Pack([order], PipelineJson.Plain.MessageBatchErasureOrder, PipelineTracing.TraceParent);
        await _queue.SendMessageAsync(payloads[0], delay, Forever, cancellationToken);
    }
}
