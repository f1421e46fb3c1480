using System.Text.Json.Nodes;
using Cosecha.Consent;

namespace Cosecha.Failures;

/// <summary>Which messages of poison queues their users no longer allow. Looks at each user once: make one for each run.</summary>
internal sealed class PoisonedConsent(IConsentStore consents)
{
    private readonly Dictionary<string, ConsentState?> _states = [];

    /// <summary>The messages of a payload whose consent is gone. What names no user needs none.</summary>
    public async Task<IReadOnlyList<JsonNode>> FindWithdrawnAsync(AnyPayload payload, CancellationToken cancellationToken)
    {
        var gone = new List<JsonNode>();
        foreach (var message in payload.Messages)
        {
            if (AnyPayload.UserKey(message) is { } userKey && !await CoversAsync(userKey, AnyPayload.Grant(message), cancellationToken))
            {
                gone.Add(message!);
            }
        }

        return gone;
    }

    private async Task<bool> CoversAsync(string userKey, int? grant, CancellationToken cancellationToken)
    {
        if (!_states.TryGetValue(userKey, out var state))
        {
            _states[userKey] = state = await consents.FindAsync(userKey, cancellationToken);
        }

        return grant is { } number && state?.Covers(number) == true;
    }
}
