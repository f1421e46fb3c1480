using Cosecha.Azure;
using Cosecha.Messages;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Where the outcome of <see cref="LabelFunction"/> goes.</summary>
public sealed class LabelHop(Hop hop)
{
    /// <summary>Labeled messages.</summary>
    [QueueOutput(StorageNames.LabeledQueue)]
    public string[] Next { get; } = hop.Next;

    /// <summary>What could not be read.</summary>
    [QueueOutput(StorageNames.AnonymizedQueue + StorageNames.PoisonSuffix)]
    public string[] Refused { get; } = hop.Refused;
}
