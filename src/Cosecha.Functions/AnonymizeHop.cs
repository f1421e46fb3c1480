using Cosecha.Azure;
using Cosecha.Messages;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Where the outcome of <see cref="AnonymizeFunction"/> goes.</summary>
public sealed class AnonymizeHop(Hop hop)
{
    /// <summary>Anonymized messages.</summary>
    [QueueOutput(StorageNames.AnonymizedQueue)]
    public string[] Next { get; } = hop.Next;

    /// <summary>What could not be read.</summary>
    [QueueOutput(StorageNames.CapturedQueue + StorageNames.PoisonSuffix)]
    public string[] Refused { get; } = hop.Refused;
}
