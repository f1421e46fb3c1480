using Cosecha.Access;
using Cosecha.Audit;
using Cosecha.Capture;
using Cosecha.Consent;
using Cosecha.Functions.Api;
using Cosecha.Messages;
using Cosecha.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>What is stored of a conversation, for support.</summary>
public sealed class GetConversation(AccessGuard guard, AuditTrail audit, Pseudonyms pseudonyms, SafeId safeId, IMessageStore messages)
{
    /// <summary>200 with the messages, an empty list when nothing is stored; 400 without a user id.</summary>
    [Function(nameof(GetConversation))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "messages/{conversationId}")] HttpRequest request,
        string conversationId,
        CancellationToken cancellationToken
    )
    {
        var access = await guard.CheckAsync(request, AccessRole.Operator, nameof(GetConversation));
        if (access.Refusal is { } refusal)
        {
            return refusal;
        }

        var userId = request.Query["userId"].ToString();
        if (Fields.ProblemOfId(userId) is { } reason)
        {
            return ApiResult.Invalid(new FieldError("userId", reason));
        }

        var (ids, userKeys) = (safeId.AllOf(RouteId.Decode(conversationId)), pseudonyms.UserKeys(userId));
        await audit.RecordAsync(access.Actor, AuditAction.ConversationRead, userKeys[0], AuditOutcome.Allowed);
        return ApiResult.Json(await ReadAsync(userKeys, ids, cancellationToken), ApiJson.Plain.ConversationBody);
    }

    /// <summary>A conversation may have been going on while the pseudonym key was rotated.</summary>
    private async Task<ConversationBody> ReadAsync(
        IReadOnlyList<string> userKeys,
        IReadOnlyList<string> ids,
        CancellationToken cancellationToken
    )
    {
        var stored = await userKeys
            .SelectMany(_ => ids, (userKey, id) => (UserKey: userKey, Id: id))
            .ToAsyncEnumerable()
            .SelectMany(c => messages.ReadConversationAsync(c.UserKey, c.Id, cancellationToken))
            .OrderBy(m => m.Header.Timestamp)
            .ToListAsync(cancellationToken);
        var current = stored.Count == 0 ? ids[0] : stored[^1].Header.ConversationId;
        return new(current, [.. stored.Select(MessageItem.Of)]);
    }
}
