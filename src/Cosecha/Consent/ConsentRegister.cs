using Cosecha.Anonymization;
using Cosecha.Messages;

namespace Cosecha.Consent;

/// <summary>Records what users allow, and erases what they no longer allow.</summary>
public sealed class ConsentRegister(IConsentStore consents, IMessageStore messages, IRedactionScopes scopes, TimeProvider clock)
{
    /// <summary>Records a yes, which <see cref="GrantReader"/> has checked.</summary>
    /// <returns>The new state.</returns>
    public async Task<ConsentState> GrantAsync(string userKey, ConsentGrant grant, CancellationToken cancellationToken) =>
        (await consents.UpdateAsync(userKey, before => Granted(userKey, grant, before), cancellationToken))!;

    /// <summary>The current state; null when the user was never asked.</summary>
    public Task<ConsentState?> FindAsync(string userKey, CancellationToken cancellationToken) =>
        consents.FindAsync(userKey, cancellationToken);

    /// <summary>
    /// Records a withdrawal and erases the user's messages and the numbers of what they held. The withdrawal comes first: from then on no stage lets a message of the user
    /// through. A repeat erases again, so that a call that died half-way is finished by calling once more.
    /// </summary>
    /// <returns>How many messages were erased.</returns>
    public async Task<int> WithdrawAsync(string userKey, CancellationToken cancellationToken)
    {
        await consents.UpdateAsync(userKey, Withdrawn, cancellationToken);
        await scopes.EraseUserAsync(userKey, cancellationToken);
        return await messages.EraseUserAsync(userKey, cancellationToken);
    }

    private ConsentState? Granted(string userKey, ConsentGrant grant, ConsentState? before)
    {
        var number = before is { Granted: true } ? before.Grant : (before?.Grant ?? 0) + 1;
        var after = new ConsentState(userKey, true, number, grant.TextVersion, grant.Language, grant.Channel, clock.GetUtcNow());
        return before is not null && after with { ChangedAt = before.ChangedAt } == before ? null : after;
    }

    private ConsentState? Withdrawn(ConsentState? before) =>
        before is { Granted: true } ? before with { Granted = false, ChangedAt = clock.GetUtcNow() } : null;
}
