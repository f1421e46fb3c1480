using Cosecha.Cli.Client;

namespace Cosecha.Cli.Import;

/// <summary>Repeats calls that failed for a reason that passes, a little later each time.</summary>
internal sealed class ImportRetry(TextWriter errors)
{
    // Eight tries over half a minute: longer than a host takes to start anew.
    private const int Tries = 8;
    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(250);

    /// <exception cref="CosechaApiException">It failed for good, or every time.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await call();
            }
            catch (CosechaApiException e) when (e.IsTransient && tries < Tries)
            {
                await errors.WriteLineAsync($"{e.Message} Trying again ({tries} of {Tries - 1}).");
                await Task.Delay(s_first * (1 << (tries - 1)), cancellationToken);
            }
        }
    }
}
