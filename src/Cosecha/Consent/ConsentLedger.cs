namespace Cosecha.Consent;

/// <summary>The rule that makes a user's consent out of the ledger.</summary>
public static class ConsentLedger
{
    /// <summary>
    /// The state that events amount to, in whatever order they arrived: the later one by time stands, and of two of one instant the withdrawal,
    /// then the denial. So a yes that is repeated after a withdrawal changes nothing.
    /// </summary>
    /// <returns>The state; null without events.</returns>
    public static ConsentState? Derive(string userKey, IEnumerable<ConsentEvent> events) =>
        events.MaxBy(e => e.Key, StringComparer.Ordinal) is { } last ? new(userKey, last) : null;
}
