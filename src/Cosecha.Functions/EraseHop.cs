using Cosecha.Azure;
using Cosecha.Messages;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Where the outcome of <see cref="EraseFunction"/> goes: what it did is done already.</summary>
public sealed class EraseHop(Hop hop)
{
    /// <summary>What could not be read.</summary>
    [QueueOutput(StorageNames.ErasureQueue + StorageNames.PoisonSuffix)]
    public string[] Refused { get; } = hop.Refused;
}
