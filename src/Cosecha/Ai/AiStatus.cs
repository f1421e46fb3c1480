namespace Cosecha.Ai;

/// <summary>How the language model's service was when it was last asked. Safe to share between threads.</summary>
public sealed class AiStatus
{
    private volatile string? _problem;

    /// <summary>What was wrong and where to mend it; null when it answered, or was not asked yet.</summary>
    public string? Problem => _problem;

    /// <summary>Asks, and keeps what came of it.</summary>
    /// <exception cref="AiUnavailableException">The service did not do its work.</exception>
    public async Task<T> WatchAsync<T>(Func<Task<T>> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        try
        {
            var answer = await ask();
            _problem = null;
            return answer;
        }
        catch (AiUnavailableException e)
        {
            _problem = e.Message;
            throw;
        }
    }
}
