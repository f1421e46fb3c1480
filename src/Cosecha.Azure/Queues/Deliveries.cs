using Azure.Storage.Queues.Models;
using Cosecha.Messages;

namespace Cosecha.Azure.Queues;

/// <summary>Queue messages as the stages take them.</summary>
public static class Deliveries
{
    /// <summary>A message that a trigger got.</summary>
    public static Delivery Of(string queue, QueueMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new(queue, message.Body.ToString(), message.DequeueCount, message.InsertedOn, message.ExpiresOn);
    }
}
