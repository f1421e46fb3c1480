using Cosecha.Access;
using Cosecha.Anonymization;
using Cosecha.Audit;
using Cosecha.Consent;
using Cosecha.Datasets;
using Cosecha.Functions.Api;
using Cosecha.Messages;
using Cosecha.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Everything that is held of a person (GDPR, article 15), as JSON to hand on.</summary>
public sealed class GetUserData(
    AccessGuard guard,
    AuditTrail audit,
    Pseudonyms pseudonyms,
    IConsentStore consents,
    IMessageStore messages,
    IRedactionScopes scopes,
    IDatasetStore datasets,
    ILineageIndex lineage,
    TimeProvider clock
)
{
    /// <summary>200 for everybody: of a person who is not known it is the same answer without content, so that the status tells nothing.</summary>
    [Function(nameof(GetUserData))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "users/{userId}/data")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken
    )
    {
        var access = await guard.CheckAsync(request, AccessRole.Operator, nameof(GetUserData));
        if (access.Refusal is { } refusal)
        {
            return refusal;
        }

        if (Fields.ProblemOfId(userId) is { } reason)
        {
            return ApiResult.Invalid(new FieldError("userId", reason));
        }

        var userKeys = pseudonyms.UserKeys(RouteId.Decode(userId));
        await audit.RecordAsync(access.Actor, AuditAction.UserDataRead, userKeys[0], AuditOutcome.Allowed);
        var body = await ReadAsync(userKeys, cancellationToken);
        return new StreamedJson<UserDataBody>(body, UserDataJson.Plain.UserDataBody);
    }

    private async Task<UserDataBody> ReadAsync(IReadOnlyList<string> userKeys, CancellationToken cancellationToken)
    {
        var consent = await consents.FindAsync(userKeys, cancellationToken);
        // Keys that are no longer in the settings are still known of a user who was carried over.
        var all = userKeys.Union(consent?.AllKeys ?? []).ToList();
        var said = all.ToAsyncEnumerable().SelectMany(k => consents.ReadHistoryAsync(k, cancellationToken));
        return new(
            userKeys[0],
            [.. all.Skip(1)],
            clock.GetUtcNow(),
            UserConsent.Of(consent),
            said.DistinctBy(e => e.Key).OrderBy(e => e.Key, StringComparer.Ordinal).Select(UserConsent.Of),
            await all.ToAsyncEnumerable()
                .Select((k, token) => new ValueTask<int>(messages.CountClaimsAsync(k, token)))
                .SumAsync(cancellationToken),
            await CountNumberedAsync(all, cancellationToken),
            await ReadVersionsAsync(all, cancellationToken),
            all.ToAsyncEnumerable().SelectMany(k => messages.ReadUserAsync(k, cancellationToken)).Select(UserMessage.Of)
        );
    }

    private async Task<IReadOnlyDictionary<string, int>> CountNumberedAsync(
        IReadOnlyList<string> userKeys,
        CancellationToken cancellationToken
    )
    {
        var counts = await Task.WhenAll(userKeys.Select(k => scopes.CountAsync(k, cancellationToken)));
        return counts.SelectMany(c => c).GroupBy(c => c.Key).ToDictionary(c => c.Key, c => c.Sum(n => n.Value));
    }

    private async Task<IReadOnlyList<UserVersion>> ReadVersionsAsync(IReadOnlyList<string> userKeys, CancellationToken cancellationToken)
    {
        var held = new List<UserVersion>();
        await foreach (var version in datasets.ListAsync(cancellationToken))
        {
            var entries = await lineage.FindAsync(version.Version, userKeys, cancellationToken);
            if (entries.Count > 0)
            {
                held.Add(new(version.Version, entries.Sum(e => e.Lines)));
            }
        }

        return held;
    }
}
