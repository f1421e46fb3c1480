using Cosecha.Access;
using Cosecha.Anonymization;
using Cosecha.Audit;
using Cosecha.Consent;
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

        var userKey = pseudonyms.UserKey(RouteId.Decode(userId));
        await audit.RecordAsync(access.Actor, AuditAction.UserDataRead, userKey, AuditOutcome.Allowed);
        var body = await ReadAsync(userKey, cancellationToken);
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
            messages.ReadUserAsync(userKey, cancellationToken).Select(UserMessage.Of)
        );
}
