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

        var ids = safeId.AllOf(RouteId.Decode(conversationId));
        var stored = await ReadAsync(pseudonyms.UserKeys(userId), ids, cancellationToken).ToListAsync(cancellationToken);
        var id = stored.Count == 0 ? ids[0] : stored[^1].Header.ConversationId;
        return ApiResult.Json(new(id, [.. stored.Select(MessageItem.Of)]), ApiJson.Plain.ConversationBody);
    }

    /// <summary>A conversation may have been going on while the pseudonym key was rotated.</summary>
    private IAsyncEnumerable<StoredMessage> ReadAsync(
        IReadOnlyList<string> userKeys,
        IReadOnlyList<string> ids,
        CancellationToken cancellationToken
    ) =>
        userKeys
            .SelectMany(_ => ids, (userKey, id) => (UserKey: userKey, Id: id))
            .ToAsyncEnumerable()
            .SelectMany(c => messages.ReadConversationAsync(c.UserKey, c.Id, cancellationToken))
            .OrderBy(m => m.Header.Timestamp);
}
