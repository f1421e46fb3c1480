using System.Globalization;

namespace Cosecha.Cli;

/// <summary>Numbers and lists as the commands print them.</summary>
internal static class Wording
{
    /// <summary>Counts by name: <c>queued 3, duplicate 1</c>.</summary>
    public static string Listed<T>(IEnumerable<KeyValuePair<string, T>> counts) =>
        counts.Any() ? string.Join(", ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}")) : "nothing";

    /// <summary>A number with its thousands parted, and a tenth where there is one.</summary>
    public static string Number(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary>A change with its sign.</summary>
    public static string Change(double change) => change > 0 ? "+" + Number(change) : Number(change);

    /// <summary>A count with its noun, which takes an s but for one.</summary>
    public static string Count(long count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A time, UTC, to the second.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
