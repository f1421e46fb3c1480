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
        catch (Exception e) when (Status(e, cancellationToken) is { } status)
        {
            throw new AiUnavailableException(status);
        }
    }

    // After several tries there are several errors; the last one is what it is like now. A timeout of the client cancels, too.
    private static int? Status(Exception exception, CancellationToken cancellationToken) =>
        exception switch
        {
            ClientResultException answered => answered.Status,
            AggregateException several => Status(several.InnerExceptions[^1], cancellationToken),
            HttpRequestException or IOException => 0,
            OperationCanceledException when !cancellationToken.IsCancellationRequested => 0,
            _ => null,
        };
}
