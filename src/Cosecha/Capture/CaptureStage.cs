using Cosecha.Consent;
using Cosecha.Messages;
using Cosecha.Telemetry;

namespace Cosecha.Capture;

/// <summary>
/// The front door: lets messages of consenting users into the queue <c>captured</c>, each once. A message whose id was claimed before is
/// sent again all the same: the request that claimed it may have died before it was sent, and every later stage bears a repeat.
/// </summary>
public sealed class CaptureStage(
    Pseudonyms pseudonyms,
    MessageIdentity identity,
    IConsentStore consents,
    RecentConsents recent,
    IMessageStore messages,
    ICapturedQueue queue,
    PipelineMetrics metrics
)
{
    /// <summary>Captures the messages of one request.</summary>
    /// <returns>What became of each, in order.</returns>
    public async Task<IReadOnlyList<CaptureResult>> RunAsync(IReadOnlyList<PostedReading> posted, CancellationToken cancellationToken)
    {
        var results = new CaptureResult[posted.Count];
        var captured = new List<CapturedMessage>();
        var users = posted.Index().Where(p => p.Item.Message is not null).GroupBy(p => pseudonyms.UserKey(p.Item.Message!.UserId));
        foreach (var user in users)
        {
            captured.AddRange(await CaptureUserAsync([.. user], results, cancellationToken));
        }

        if (captured.Count > 0)
        {
            await queue.SendAsync(captured, cancellationToken);
        }

        for (var i = 0; i < results.Length; i++)
        {
            results[i] ??= new(posted[i].MessageId, CaptureStatus.Invalid, posted[i].Error);
            metrics.Count(CounterNames.Captured, results[i].Status.ToString());
        }

        return results;
    }

    private async Task<IEnumerable<CapturedMessage>> CaptureUserAsync(
        IReadOnlyList<(int Index, PostedReading Item)> posted,
        CaptureResult[] results,
        CancellationToken cancellationToken
    )
    {
        var userKeys = pseudonyms.UserKeys(posted[0].Item.Message!.UserId);
        var consent = await recent.FindAsync(userKeys[0], () => consents.CarryOverAsync(userKeys, cancellationToken));
        if (consent is not { Granted: true })
        {
            foreach (var (index, item) in posted)
            {
                results[index] = new(item.MessageId, CaptureStatus.NoConsent);
            }

            return [];
        }

        var claims = await ClaimAsync([.. posted.Select(p => p.Item.Message!)], userKeys, consent, cancellationToken);
        foreach (var ((index, item), claim) in posted.Zip(claims))
        {
            results[index] = new(item.MessageId ?? claim.Header.MessageId, claim.IsNew ? CaptureStatus.Queued : CaptureStatus.Duplicate);
        }

        return posted.Zip(claims, (p, claim) => new CapturedMessage(claim.Header, p.Item.Message!.Content)).DistinctBy(m => m.Header);
    }

    /// <summary>
    /// Claims the messages under the user's current key. One that was claimed under an earlier key keeps its header of then, so that its row stays one.
    /// </summary>
    private async Task<IReadOnlyList<Claim>> ClaimAsync(
        IReadOnlyList<PostedMessage> posted,
        IReadOnlyList<string> userKeys,
        ConsentState consent,
        CancellationToken cancellationToken
    )
    {
        var claims = new Claim?[posted.Count];
        foreach (var formerKey in userKeys.Skip(1).Intersect(consent.AllKeys))
        {
            var found = await messages.FindClaimsAsync([.. posted.Select(m => identity.Of(m, formerKey, consent))], cancellationToken);
            foreach (var (i, header) in found.Index().Where(f => f.Item is not null))
            {
                claims[i] ??= new(header!, false);
            }
        }

        var open = Enumerable.Range(0, posted.Count).Where(i => claims[i] is null).ToList();
        var made = await messages.ClaimAsync([.. open.Select(i => identity.Of(posted[i], userKeys[0], consent))], cancellationToken);
        foreach (var (i, claim) in open.Zip(made))
        {
            claims[i] = claim;
        }

        return claims!;
    }
}
