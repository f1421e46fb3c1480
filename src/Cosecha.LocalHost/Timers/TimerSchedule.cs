using Cosecha.LocalHost.Configuration;
using NCrontab;

namespace Cosecha.LocalHost.Timers;

/// <summary>When a timer function is due, in UTC.</summary>
internal sealed class TimerSchedule
{
    private const int FieldsWithSeconds = 6;

    private readonly CrontabSchedule schedule;

    private TimerSchedule(CrontabSchedule schedule) => this.schedule = schedule;

    /// <summary>The expression.</summary>
    public override string ToString() => schedule.ToString();

    /// <summary>Whether it is due so often that recording every occurrence would cost more than it is worth, as the Azure Functions host has it.</summary>
    public bool IsTooFrequentToMonitor(DateTime now) => Next(Next(now)) - Next(now) < TimeSpan.FromMinutes(1);

    /// <summary>Reads an NCRONTAB expression of five fields, or of six with seconds first.</summary>
    /// <exception cref="HostConfigurationException">It is not one.</exception>
    public static TimerSchedule Parse(string expression, string function)
    {
        var fields = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = fields == FieldsWithSeconds };
        return CrontabSchedule.TryParse(expression, options) is { } schedule
            ? new TimerSchedule(schedule)
            : throw new HostConfigurationException(
                $"Function {function}: \"{expression}\" is not an NCRONTAB schedule such as \"0 0 7 * * *\"."
            );
    }

    /// <summary>The first occurrence after <paramref name="time"/>; the end of time if there is none.</summary>
    public DateTime Next(DateTime time) => DateTime.SpecifyKind(schedule.GetNextOccurrence(time), DateTimeKind.Utc);
}
