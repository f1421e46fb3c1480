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
public sealed class GetConversation(Pseudonyms pseudonyms, SafeId safeId, IMessageStore messages)
{
    /// <summary>200 with the messages, an empty list when nothing is stored; 400 without a user id.</summary>
    [Function(nameof(GetConversation))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "messages/{conversationId}")] HttpRequest request,
        string conversationId,
        CancellationToken cancellationToken
    )
    {
        var userId = request.Query["userId"].ToString();
        if (Fields.ProblemOfId(userId) is { } reason)
        {
            return ApiResult.Invalid(new FieldError("userId", reason));
        }

        var id = safeId.Of(RouteId.Decode(conversationId));
        var stored = messages.ReadConversationAsync(pseudonyms.UserKey(userId), id, cancellationToken);
        return ApiResult.Json(new(id, await stored.Select(MessageItem.Of).ToListAsync(cancellationToken)), ApiJson.Plain.ConversationBody);
    }
}
