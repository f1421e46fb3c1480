using System.Collections;
using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Cosecha.LocalHost.Configuration;
using Cosecha.LocalHost.Invocation;

namespace Cosecha.LocalHost.Queues;

/// <summary>Writes functions' results to their output queues and wakes this process's listeners of those queues.</summary>
internal sealed class QueueOutputs(StorageConnections storage, HostJson hostJson)
{
    private readonly ConcurrentDictionary<Uri, WakeSignal> signals = new();

    /// <summary>The signal that is set whenever this process has written to <paramref name="queue"/>.</summary>
    public WakeSignal SignalOf(QueueClient queue) => signals.GetOrAdd(queue.Uri, _ => new WakeSignal());

    /// <summary>Writes what <paramref name="result"/> holds for the function's output queues; returns when all of it is stored.</summary>
    public Task WriteAsync(FunctionDescriptor function, object? result, CancellationToken cancellationToken) =>
        result is null
            ? Task.CompletedTask
            : Task.WhenAll(
                from output in function.Outputs
                let queue = storage.Queue(output.Connection, output.QueueName)
                from payload in Payloads(output.Property is null ? result : output.Property.GetValue(result))
                select SendAsync(queue, MessageText.Encode(payload, hostJson.Queues.Base64), cancellationToken)
            );

    /// <summary>Writes one message as it stands, and creates the queue if it is missing.</summary>
    public async Task SendAsync(QueueClient queue, string text, CancellationToken cancellationToken)
    {
        try
        {
            await queue.SendMessageAsync(text, cancellationToken);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await queue.SendMessageAsync(text, cancellationToken);
        }
        if (signals.TryGetValue(queue.Uri, out var signal))
            signal.Set();
    }

    private static IEnumerable<string> Payloads(object? value) =>
        value switch
        {
            null => [],
            string text => text.Length == 0 ? [] : [text],
            IEnumerable items => items.Cast<object?>().SelectMany(Payloads),
            _ => [MessageText.Serialize(value)],
        };
}
