namespace Cosecha.Consent;

/// <summary>Finds users who may be known under an earlier pseudonym key. Their keys are those of <see cref="Pseudonyms.UserKeys"/>, the current one first.</summary>
public static class CarryingOver
{
    /// <summary>The state under the first of the user's keys that is known; null when none is. One read for whoever is known under the current key.</summary>
    public static async Task<ConsentState?> FindAsync(
        this IConsentStore consents,
        IReadOnlyList<string> userKeys,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(consents);
        ArgumentNullException.ThrowIfNull(userKeys);
        foreach (var userKey in userKeys)
        {
            if (await consents.FindAsync(userKey, cancellationToken) is { } state)
            {
                return state;
            }
        }

        return null;
    }

    /// <summary>Like <see cref="FindAsync"/>, and has whoever is known under an earlier key only known under the current one from then on.</summary>
    public static async Task<ConsentState?> CarryOverAsync(
        this IConsentStore consents,
        IReadOnlyList<string> userKeys,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(consents);
        ArgumentNullException.ThrowIfNull(userKeys);
        foreach (var userKey in userKeys)
        {
            if (await consents.FindAsync(userKey, cancellationToken) is { } state)
            {
                return userKey == userKeys[0] ? state : await consents.MoveAsync(userKey, userKeys[0], cancellationToken);
            }
        }

        return null;
    }

    /// <summary>
    /// Makes one ledger of all that a user has. While the instances of an app are started again with a new key, somebody may say yes under both keys; the
    /// withdrawal must end both.
    /// </summary>
    public static async Task GatherAsync(this IConsentStore consents, IReadOnlyList<string> userKeys, CancellationToken cancellationToken)
    {
        if (await consents.CarryOverAsync(userKeys, cancellationToken) is not { } known)
        {
            return;
        }

        foreach (var userKey in userKeys.Skip(1))
        {
            if (await consents.FindAsync(userKey, cancellationToken) is { } other && other.UserKey != known.UserKey)
            {
                await consents.MoveAsync(userKey, known.UserKey, cancellationToken);
            }
        }
    }
}
