using Cosecha.Anonymization;
using Cosecha.Consent;
using Cosecha.Messages;

namespace Cosecha.Erasure;

/// <summary>Takes out of the tables what no grant of a user covers: messages, claims and numbers.</summary>
public sealed class RowSweep(IConsentStore consents, IMessageStore messages, IRedactionScopes scopes)
{
    /// <summary>How many messages a run would take.</summary>
    public async Task<int> CountAsync(IReadOnlyList<string> userKeys, CancellationToken cancellationToken)
    {
        var found = 0;
        foreach (var userKey in userKeys)
        {
            var firstKept = ConsentState.FirstKept(await consents.FindAsync(userKey, cancellationToken));
            var held = messages.ReadUserAsync(userKey, cancellationToken);
            found += await held.CountAsync(m => m.Header.Grant < firstKept, cancellationToken);
        }

        return found;
    }

    /// <summary>Takes them.</summary>
    public async Task RunAsync(IReadOnlyList<string> userKeys, CancellationToken cancellationToken)
    {
        foreach (var userKey in userKeys)
        {
            var firstKept = ConsentState.FirstKept(await consents.FindAsync(userKey, cancellationToken));
            await scopes.EraseUserAsync(userKey, firstKept, cancellationToken);
            await messages.EraseUserAsync(userKey, firstKept, cancellationToken);
        }
    }
}
