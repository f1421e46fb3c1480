using Cosecha.Consent;

namespace Cosecha.Anonymization;

/// <summary>
/// Gives the values of a conversation their numbers, however many hosts work on it at once. The numbers are saved before any text that holds
/// them goes on: what is done again after a crash gets the same ones.
/// </summary>
public sealed class ConversationNumbering(IRedactionScopes scopes, Pseudonyms pseudonyms)
{
    /// <summary>Tries at most. Of all who save at once one succeeds, so this many others would have to come first.</summary>
    internal const int MaxAttempts = 100;

    /// <summary>Anonymizes messages of one conversation.</summary>
    /// <param name="id">Its scope.</param>
    /// <param name="anonymize">Anonymizes them within a scope; run again on a newer scope when somebody else was faster.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the last run made of them: its numbers are saved.</returns>
    /// <exception cref="IOException">Somebody else was faster every time. Transient: the queue tries again.</exception>
    public async Task<T> RunAsync<T>(ScopeId id, Func<RedactionScope, T> anonymize, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(anonymize);
        var key = pseudonyms.ScopeKey(id.UserKey, id.ConversationId, id.Grant);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var saved = await scopes.LoadAsync(id, cancellationToken);
            var scope = new RedactionScope(key, saved.Hashes);
            var result = anonymize(scope);
            if (!scope.HasGrown || await scopes.TrySaveAsync(id, saved with { Hashes = scope.Hashes }, cancellationToken))
            {
                return result;
            }
        }

        throw new IOException($"The numbers of a conversation could not be saved: others changed them {MaxAttempts} times meanwhile.");
    }

    /// <summary>Forgets the numbers of a conversation whose user withdrew.</summary>
    public Task ForgetAsync(ScopeId id, CancellationToken cancellationToken) => scopes.RemoveAsync(id, cancellationToken);
}
