namespace Cosecha.Anonymization;

/// <summary>Keeps which values of a conversation have which number, as keyed hashes.</summary>
public interface IRedactionScopes
{
    /// <summary>What was saved last; <see cref="SavedScope.Empty"/> when nothing was, or when it was removed.</summary>
    Task<SavedScope> LoadAsync(ScopeId id, CancellationToken cancellationToken);

    /// <summary>Saves a scope unless somebody else saved or removed it since it was loaded.</summary>
    /// <param name="id">Which scope.</param>
    /// <param name="scope">The new hashes, with the version that was loaded.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was saved; if not, load again.</returns>
    Task<bool> TrySaveAsync(ScopeId id, SavedScope scope, CancellationToken cancellationToken);

    /// <summary>How many values of a user have a number, by type, all conversations together.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(string userKey, CancellationToken cancellationToken);

    /// <summary>Removes a scope. One that is not there counts as removed.</summary>
    Task RemoveAsync(ScopeId id, CancellationToken cancellationToken);

    /// <summary>Removes a user's scopes under grants before the given one.</summary>
    /// <param name="userKey">The user.</param>
    /// <param name="firstKept">The first grant that stays, see <see cref="Consent.ConsentState.FirstKept"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task EraseUserAsync(string userKey, int firstKept, CancellationToken cancellationToken);
}
