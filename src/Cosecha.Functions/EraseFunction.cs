using Azure.Storage.Queues.Models;
using Cosecha.Audit;
using Cosecha.Azure;
using Cosecha.Azure.Queues;
using Cosecha.Erasure;
using Cosecha.Messages;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Carries out the orders in <c>erasure</c>.</summary>
public sealed class EraseFunction(QueueStage queue, ErasureStage stage, AuditTrail audit)
{
    /// <summary>Erases what a user no longer allows.</summary>
    [Function("Erase")]
    public async Task<EraseHop> RunAsync(
        [QueueTrigger(StorageNames.ErasureQueue)] QueueMessage message,
        CancellationToken cancellationToken
    )
    {
        var input = PipelineJson.Plain.MessageBatchErasureOrder;
        return new(
            await queue.RunAsync(
                "Erase",
                Deliveries.Of(StorageNames.ErasureQueue, message),
                input,
                orders => EraseAsync(orders[0], cancellationToken),
                cancellationToken
            )
        );
    }

    private async Task EraseAsync(ErasureOrder order, CancellationToken cancellationToken)
    {
        if (await stage.RunAsync(order, cancellationToken))
        {
            await audit.RecordAsync(Actors.Bot, AuditAction.Erasure, order.Id, AuditOutcome.Done);
        }
    }
}
