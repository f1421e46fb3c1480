using System.ClientModel;
using Cosecha.Ai;
using Microsoft.Extensions.AI;

namespace Cosecha.Azure.OpenAI;

/// <summary>
/// Turns the service's errors into what the stages understand: a question that the content filter stops is an answer of that kind; anything else
/// is an exception whose message holds the status only, since a service may quote the text that it was sent.
/// </summary>
internal sealed class CarefulChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
        catch (ClientResultException e) when (e.Status == 400 && e.Message.Contains("content_filter", StringComparison.Ordinal))
        {
            return new ChatResponse { FinishReason = ChatFinishReason.ContentFilter };
        }
        catch (ClientResultException e)
        {
            throw new AiUnavailableException(e.Status);
        }
    }
}
