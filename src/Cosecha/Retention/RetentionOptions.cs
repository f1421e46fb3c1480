using System.ComponentModel.DataAnnotations;

namespace Cosecha.Retention;

/// <summary>
/// How long things are kept, section <c>Retention</c>: days (<c>30</c>), or days and time of day (<c>0.12:00:00</c>).
/// </summary>
public sealed class RetentionOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Retention";

    /// <summary>Raw text in the queue <c>captured</c>, <c>Retention__Captured</c>: up to a day, as the users are promised. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Captured { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Messages in poison queues, <c>Retention__Poison</c>: up to 7 days, after which Queue Storage drops a message whose sender did not say
    /// otherwise. Default 7 days.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan Poison { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Rows of filtered messages, <c>Retention__Discarded</c>. Default 30 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan Discarded { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Rows of all other messages, <c>Retention__Messages</c>. Default 365 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan Messages { get; set; } = TimeSpan.FromDays(365);

    /// <summary>Claims of messages that never became a row: as long as any row is kept.</summary>
    public TimeSpan Claims => Messages > Discarded ? Messages : Discarded;

    /// <summary>Data set versions, but for the latest one, <c>Retention__Versions</c>. Default 180 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan Versions { get; set; } = TimeSpan.FromDays(180);
}
