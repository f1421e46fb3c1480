using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Cosecha.Audit;

namespace Cosecha.Azure.Tables;

/// <summary>
/// An entry as a row of the table <c>audit</c>. A day is a partition. Both keys count down, so that the storage's own order is newest first. What
/// the row key has besides the time keeps entries of one instant apart.
/// </summary>
internal static class AuditRow
{
    /// <summary>Smaller than all partition keys.</summary>
    public const string FirstKey = "0";

    private const int LastDay = 99_999_999;

    public static string DayKey(DateTimeOffset time) => DayKey(DateOnly.FromDateTime(time.UtcDateTime));

    public static string DayKey(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{LastDay - ((((day.Year * 100) + day.Month) * 100) + day.Day):D8}");

    public static string EntryKey(AuditCursor cursor) =>
        string.Create(CultureInfo.InvariantCulture, $"{long.MaxValue - cursor.At.UtcTicks:D19}|{cursor.Id}");

    public static TableEntity From(AuditEntry entry, AuditCursor cursor) =>
        new(DayKey(entry.At), EntryKey(cursor))
        {
            ["At"] = entry.At,
            ["Actor"] = entry.Actor,
            ["Action"] = Code(entry.Action),
            ["Target"] = entry.Target,
            ["Outcome"] = Code(entry.Outcome),
        };

    public static AuditEntry To(TableEntity row) =>
        new(
            CursorOf(row).At,
            row.GetString("Actor"),
            Parse<AuditAction>(row.GetString("Action")),
            row.GetString("Target"),
            Parse<AuditOutcome>(row.GetString("Outcome"))
        );

    public static AuditCursor CursorOf(TableEntity row)
    {
        var key = row.RowKey.Split('|');
        return new(new DateTimeOffset(long.MaxValue - long.Parse(key[0], CultureInfo.InvariantCulture), TimeSpan.Zero), key[1]);
    }

    /// <summary>A code as the API has it.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static T Parse<T>(string code)
        where T : struct, Enum => Enum.Parse<T>(code.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
