using System.ClientModel;
using Azure.Identity;
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
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AiUnavailableException(Status(e));
        }
    }

    /// <summary>
    /// The status of an error, 0 for none. After several tries there are several errors; the last one is what it is like now. Anything else than an
    /// answer is a service that is not there, too slow, or not one: a timeout, a broken connection, a page that is no JSON.
    /// </summary>
    private static int Status(Exception exception) =>
        exception switch
        {
            ClientResultException answered => answered.Status,
            AuthenticationFailedException => 401,
            AggregateException several => Status(several.InnerExceptions[^1]),
            _ => 0,
        };
}
