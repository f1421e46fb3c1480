using System.Globalization;

namespace Cosecha.Cli.Import;

/// <summary>Shows now and then how an import goes.</summary>
internal sealed class ImportProgress(TextWriter errors, TimeProvider clock, int total)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _next = s_pause;
    private int _posted;

    /// <summary>Messages a second since the beginning.</summary>
    public double Rate => _posted / Math.Max(clock.GetElapsedTime(_start).TotalSeconds, 0.001);

    public async Task ShowAsync(int entries, int posted)
    {
        _posted += posted;
        if (clock.GetElapsedTime(_start) is var elapsed && elapsed >= _next)
        {
            _next = elapsed + s_pause;
            await errors.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{entries:N0} of {total:N0} entries, {_posted:N0} messages posted, {Rate:N0} a second"
                )
            );
        }
    }
}
