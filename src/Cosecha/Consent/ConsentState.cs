namespace Cosecha.Consent;

/// <summary>A user's consent as it stands. No state at all means that the user was never asked.</summary>
/// <param name="UserKey">The user's pseudonym.</param>
/// <param name="Last">The event that stands, see <see cref="ConsentLedger"/>.</param>
public sealed record ConsentState(string UserKey, ConsentEvent Last)
{
    /// <summary>User keys of earlier pseudonym keys under which the user was known before, oldest first: what is stored under them is the user's too.</summary>
    public IReadOnlyList<string> FormerKeys { get; init; } = [];

    /// <summary>All keys under which the user was ever known, oldest first.</summary>
    public IEnumerable<string> AllKeys => FormerKeys.Append(UserKey);

    /// <summary>Whether the user's messages may go through the pipeline: a yes that includes <see cref="ConsentPurposes.Training"/>.</summary>
    public bool Granted => Last.Status == ConsentStatus.Granted && Last.Purposes.HasFlag(ConsentPurposes.Training);

    /// <summary>
    /// Number of the current or last grant, from 1; 0 before the first. It grows with each yes that follows a no or a withdrawal: a message carries the number under which it
    /// was captured, so that one that was still in the queues at the withdrawal cannot come back under a later yes.
    /// </summary>
    public int Grant => Last.Grant;

    /// <summary>
    /// The first grant under which something may be kept: what has a smaller number is to be erased. A grant that comes later has a greater one, so
    /// that an erasure under way never takes what a new yes brings in.
    /// </summary>
    /// <param name="state">The state; null for a user who was never asked, of whom nothing may be kept.</param>
    public static int FirstKept(ConsentState? state) =>
        state is null ? int.MaxValue
        : state.Granted ? state.Grant
        : state.Grant + 1;

    /// <summary>Whether a message captured under the given grant may be used now.</summary>
    public bool Covers(int grant) => Granted && Grant == grant;
}
