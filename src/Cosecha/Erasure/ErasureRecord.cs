using Cosecha.Consent;

namespace Cosecha.Erasure;

/// <summary>How far an erasure is: the tombstone that remains of it. Holds the user's pseudonym and no content.</summary>
/// <param name="Id">Names the erasure: 32 hex digits.</param>
/// <param name="UserKeys">Whose data is erased: all keys of the user.</param>
/// <param name="RequestedAt">When it was asked for, UTC.</param>
/// <param name="Event">The no that it follows from; null when the user was never asked.</param>
/// <param name="Messages">Stored messages that were found, before any was erased; null while nobody has looked.</param>
/// <param name="CompletedAt">When all was erased, UTC; null until then.</param>
public sealed record ErasureRecord(
    string Id,
    IReadOnlyList<string> UserKeys,
    DateTimeOffset RequestedAt,
    ConsentEvent? Event,
    int? Messages,
    DateTimeOffset? CompletedAt
);
