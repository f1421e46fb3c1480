using System.Text.Json;
using Cosecha.Requests;

namespace Cosecha.Importing;

/// <summary>Times in exported JSON: ISO 8601, or seconds since 1970 as Python's <c>time.time()</c> gives them.</summary>
internal static class JsonTime
{
    // The seconds that DateTimeOffset can hold.
    private const double MaxSeconds = 253_402_300_799;

    /// <summary>The time in a field; null when there is none.</summary>
    public static DateTimeOffset? Read(JsonElement element, string field)
    {
        if (!element.TryGetProperty(field, out var value) || value.ValueKind != JsonValueKind.Number)
        {
            return new Fields(element).Time(field, DateTimeOffset.MaxValue, "");
        }

        return value.TryGetDouble(out var seconds) && seconds is >= 0 and <= MaxSeconds
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000))
            : null;
    }
}
