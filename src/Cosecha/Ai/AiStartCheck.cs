using Microsoft.Extensions.AI;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cosecha.Ai;

/// <summary>
/// Asks the language model one word when the app starts, so that a wrong key or name is known then and not with the first message of the day. The app
/// runs on whatever comes of it: a service that is away may come back.
/// </summary>
/// <param name="client">Makes the client once the settings have been checked.</param>
/// <param name="status">Is told what came of it.</param>
/// <param name="logger">Says it to the operator.</param>
public sealed partial class AiStartCheck(Lazy<IChatClient> client, AiStatus status, ILogger<AiStartCheck> logger) : BackgroundService
{
    /// <summary>The fewest that the services allow.</summary>
    private const int Tokens = 16;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await status.WatchAsync(() =>
                client.Value.GetResponseAsync(s_question, new ChatOptions { MaxOutputTokens = Tokens }, stoppingToken)
            );
            LogAnswers();
        }
        catch (AiUnavailableException e)
        {
            LogProblem(e.Message);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops before the model has answered.
        }
    }

    private static readonly ChatMessage[] s_question =
    [
        new(ChatRole.System, "Answer with the one word: ready."),
        new(ChatRole.User, """{"text":"ping"}"""),
    ];

    [LoggerMessage(LogLevel.Information, "The language model answers")]
    private partial void LogAnswers();

    [LoggerMessage(LogLevel.Error, "{Problem} Messages that need the model wait in the queue until then")]
    private partial void LogProblem(string problem);
}
