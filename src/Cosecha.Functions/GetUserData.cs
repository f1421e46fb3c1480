using Cosecha.Anonymization;
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
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "users/{userId}/data")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken
    )
    {
        if (Fields.ProblemOfId(userId) is { } reason)
        {
            return ApiResult.Invalid(new FieldError("userId", reason));
        }

        var body = await ReadAsync(pseudonyms.UserKey(RouteId.Decode(userId)), cancellationToken);
        return new StreamedJson<UserDataBody>(body, UserDataJson.Plain.UserDataBody);
    }

    private async Task<UserDataBody> ReadAsync(string userKey, CancellationToken cancellationToken) =>
        new(
            userKey,
            clock.GetUtcNow(),
            UserConsent.Of(await consents.FindAsync(userKey, cancellationToken)),
            consents.ReadHistoryAsync(userKey, cancellationToken).Select(UserConsent.Of),
            await messages.CountClaimsAsync(userKey, cancellationToken),
            await scopes.CountAsync(userKey, cancellationToken),
            await ReadVersionsAsync(userKey, cancellationToken),
            messages.ReadUserAsync(userKey, cancellationToken).Select(UserMessage.Of)
        );

    private async Task<IReadOnlyList<UserVersion>> ReadVersionsAsync(string userKey, CancellationToken cancellationToken)
    {
        var held = new List<UserVersion>();
        await foreach (var version in datasets.ListAsync(cancellationToken))
        {
            var entries = await lineage.FindAsync(version.Version, [userKey], cancellationToken);
            held.AddRange(entries.Select(e => new UserVersion(version.Version, e.Lines)));
        }

        return held;
    }
}
