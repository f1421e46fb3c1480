using Cosecha.Consent;

namespace Cosecha.Erasure;

/// <summary>What travels in the queue <c>erasure</c>: enough to finish an erasure of which nothing else was written yet.</summary>
/// <param name="Id">Names the erasure: 32 hex digits.</param>
/// <param name="UserKeys">Whose data is erased: all keys of the user, first the one whose ledger it is.</param>
/// <param name="RequestedAt">When it was asked for, UTC.</param>
/// <param name="Event">The no that it follows from, for the ledger; null when the user was never asked.</param>
public sealed record ErasureOrder(string Id, IReadOnlyList<string> UserKeys, DateTimeOffset RequestedAt, ConsentEvent? Event)
{
    /// <summary>When poison queues were first looked through for it and not all of them could be seen; null while that has not happened.</summary>
    public DateTimeOffset? SweptAt { get; init; }
}
