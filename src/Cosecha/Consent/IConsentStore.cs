namespace Cosecha.Consent;

/// <summary>Keeps what users consented to: the ledger of each, and the state that it amounts to.</summary>
public interface IConsentStore
{
    /// <summary>The current state, also when it moved to another key; null when the user was never asked.</summary>
    Task<ConsentState?> FindAsync(string userKey, CancellationToken cancellationToken);

    /// <summary>Adds an event to the ledger and replaces the state by what <see cref="ConsentLedger.Derive"/> makes of it, both or neither.</summary>
    /// <param name="userKey">Whose ledger.</param>
    /// <param name="next">From the state before to the event; run again when somebody else was faster. Null, or an event that is there, leaves all as it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state after the call.</returns>
    Task<ConsentState?> AppendAsync(string userKey, Func<ConsentState?, ConsentEvent?> next, CancellationToken cancellationToken);

    /// <summary>
    /// Carries a ledger over to another key. From then on both keys lead to that one ledger, so that it decides about what was stored before, too. A call that dies leaves
    /// the state as it was under the old key; calling again finishes it.
    /// </summary>
    /// <returns>The state under the new key.</returns>
    Task<ConsentState?> MoveAsync(string fromKey, string toKey, CancellationToken cancellationToken);

    /// <summary>The ledger that is kept under a key, oldest first; one that moved is kept under both.</summary>
    IAsyncEnumerable<ConsentEvent> ReadHistoryAsync(string userKey, CancellationToken cancellationToken);

    /// <summary>The grants that are valid now, by user key; a user who was carried over is there under each key.</summary>
    Task<IReadOnlyDictionary<string, ConsentState>> ReadGrantsAsync(CancellationToken cancellationToken);
}
