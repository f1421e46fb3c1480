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

        var (id, userKey) = (safeId.Of(RouteId.Decode(conversationId)), pseudonyms.UserKey(userId));
        await audit.RecordAsync(access.Actor, AuditAction.ConversationRead, userKey, AuditOutcome.Allowed);
        return ApiResult.Json(await ReadAsync(userKey, id, cancellationToken), ApiJson.Plain.ConversationBody);
    }

    private async Task<ConversationBody> ReadAsync(string userKey, string id, CancellationToken cancellationToken)
    {
        var stored = messages.ReadConversationAsync(userKey, id, cancellationToken);
        return new(id, await stored.Select(MessageItem.Of).ToListAsync(cancellationToken));
    }
}
