using System.Globalization;

namespace Cosecha.Datasets;

/// <summary>Names of data set versions: when one was made, so that the order of names is that of time.</summary>
public static class VersionName
{
    /// <summary>The name of a version made at a time: UTC with milliseconds, as <c>20260131T070000123Z</c>.</summary>
    public static string Of(DateTimeOffset createdAt) =>
        createdAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
}
