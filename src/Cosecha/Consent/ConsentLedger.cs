namespace Cosecha.Consent;

/// <summary>The rule that makes a user's consent out of the ledger.</summary>
public static class ConsentLedger
{
    /// <summary>
    /// The state that events amount to, in whatever order they arrived: the later one by time stands, and of two of one instant the withdrawal,
    /// then the denial. So a yes that is repeated after a withdrawal changes nothing.
    /// </summary>
    /// <returns>The state; null without events.</returns>
    public static ConsentState? Derive(string userKey, IReadOnlyCollection<ConsentEvent> events)
    {
        if (events.MaxBy(e => e.Key, StringComparer.Ordinal) is not { } last)
        {
            return null;
        }

        var state = new ConsentState(userKey, last);
        // A no ends every grant so far, also one that its own number does not know of: the two were said at once, or under two keys.
        return state.Granted ? state : new(userKey, last with { Grant = events.Max(e => e.Grant) });
    }
}
