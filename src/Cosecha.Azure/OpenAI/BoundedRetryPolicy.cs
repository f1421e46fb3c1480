using System.ClientModel.Primitives;
using System.Globalization;

namespace Cosecha.Azure.OpenAI;

/// <summary>
/// Tries again as the service asks, three times, but not when it asks for a long wait: a quota that is used up for an hour is a matter for the queue,
/// which outlives this process.
/// </summary>
internal sealed class BoundedRetryPolicy() : ClientRetryPolicy(maxRetries: 3)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async ValueTask<bool> ShouldRetryAsync(PipelineMessage message, Exception? exception) =>
        await base.ShouldRetryAsync(message, exception) && WaitOf(message) <= s_longest;

    private static TimeSpan WaitOf(PipelineMessage message)
    {
        if (message.Response?.Headers.TryGetValue("Retry-After", out var value) != true || value is null)
        {
            return TimeSpan.Zero;
        }

        // Seconds, or a date (RFC 9110, section 10.2.3).
        return int.TryParse(value, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var date) ? date - TimeProvider.System.GetUtcNow()
            : TimeSpan.Zero;
    }
}
