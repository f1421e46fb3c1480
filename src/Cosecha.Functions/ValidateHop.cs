using Cosecha.Azure;
using Cosecha.Messages;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Where the outcome of <see cref="ValidateFunction"/> goes: rows are written already.</summary>
public sealed class ValidateHop(Hop hop)
{
    /// <summary>What could not be read.</summary>
    [QueueOutput(StorageNames.LabeledQueue + StorageNames.PoisonSuffix)]
    public string[] Refused { get; } = hop.Refused;
}
