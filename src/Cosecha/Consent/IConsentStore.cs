namespace Cosecha.Consent;

/// <summary>Keeps what users consented to: the current state and its history.</summary>
public interface IConsentStore
{
    /// <summary>The current state; null when the user was never asked.</summary>
    Task<ConsentState?> FindAsync(string userKey, CancellationToken cancellationToken);

    /// <summary>Replaces the state and adds it to the history, both or neither.</summary>
    /// <param name="userKey">Whose state.</param>
    /// <param name="next">From the state before to the new one; run again when somebody else was faster. Null leaves all as it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state after the call.</returns>
    Task<ConsentState?> UpdateAsync(string userKey, Func<ConsentState?, ConsentState?> next, CancellationToken cancellationToken);

    /// <summary>All states that the user's consent ever had, oldest first.</summary>
    IAsyncEnumerable<ConsentState> ReadHistoryAsync(string userKey, CancellationToken cancellationToken);

    /// <summary>The grants that are valid now, by user key.</summary>
    Task<IReadOnlyDictionary<string, int>> ReadGrantsAsync(CancellationToken cancellationToken);
}
