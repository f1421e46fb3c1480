using System.ComponentModel.DataAnnotations;

namespace Cosecha.LocalHost;

/// <summary>The host's own times; bound from the settings section <c>LocalHost</c>.</summary>
public sealed class FunctionsHostOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "LocalHost";

    /// <summary>
    /// How long a received queue message stays invisible to others; renewed at half of it while its function runs.
    /// Ten minutes, as the Azure Functions host has it; seven days is the longest that Queue Storage allows.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan MessageLease { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long running functions may go on after the signal to stop; then their CancellationToken is cancelled.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a cancelled function may take to unwind before its message is given back without it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan CancelTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a timer function's lock outlives a host that died. Blob leases allow 15 to 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:15", "00:01:00")]
    public TimeSpan TimerLease { get; set; } = TimeSpan.FromSeconds(30);
}
