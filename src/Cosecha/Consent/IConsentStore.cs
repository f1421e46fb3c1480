namespace Cosecha.Consent;

/// <summary>Keeps what users consented to: the ledger of each, and the state that it amounts to.</summary>
public interface IConsentStore
{
    /// <summary>The current state; null when the user was never asked.</summary>
    Task<ConsentState?> FindAsync(string userKey, CancellationToken cancellationToken);

    /// <summary>Adds an event to the ledger and replaces the state by what <see cref="ConsentLedger.Derive"/> makes of it, both or neither.</summary>
    /// <param name="userKey">Whose ledger.</param>
    /// <param name="next">From the state before to the event; run again when somebody else was faster. Null, or an event that is there, leaves all as it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state after the call.</returns>
    Task<ConsentState?> AppendAsync(string userKey, Func<ConsentState?, ConsentEvent?> next, CancellationToken cancellationToken);

    /// <summary>The user's ledger, oldest first.</summary>
    IAsyncEnumerable<ConsentEvent> ReadHistoryAsync(string userKey, CancellationToken cancellationToken);

    /// <summary>The grants that are valid now, by user key.</summary>
    Task<IReadOnlyDictionary<string, int>> ReadGrantsAsync(CancellationToken cancellationToken);
}
