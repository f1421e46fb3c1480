using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cosecha.Ai;

/// <summary>
/// Asks the language model when the app starts, so that a wrong key or name is known then and not with the first message of the day, and again
/// every few minutes until it answers. The app runs on whatever comes of it.
/// </summary>
/// <param name="chat">Made once the settings have been checked.</param>
/// <param name="clock">Tells when to ask again.</param>
/// <param name="logger">Says it to the operator.</param>
public sealed partial class AiStartCheck(Lazy<StructuredChat> chat, TimeProvider clock, ILogger<AiStartCheck> logger) : BackgroundService
{
    private static readonly TimeSpan s_again = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await AnswersAsync(stoppingToken))
        {
            await Task.Delay(s_again, clock, stoppingToken);
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await chat.Value.CheckAsync(cancellationToken);
            LogAnswers();
            return true;
        }
        catch (AiUnavailableException e)
        {
            LogProblem(e.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "The language model answers")]
    private partial void LogAnswers();

    [LoggerMessage(LogLevel.Error, "{Problem} Messages that need it wait until it answers")]
    private partial void LogProblem(string problem);
}
