using System.Globalization;

namespace Cosecha.AcceptanceTests;

/// <summary>Ids that no other test and no earlier run has used.</summary>
internal static class Ids
{
    private static readonly long Start = TimeProvider.System.GetUtcNow().UtcTicks;
    private static long _next;

    /// <summary>Letters only: an id with many digits would be taken for a phone number.</summary>
    public static string Next() =>
        string.Concat((Start + Interlocked.Increment(ref _next)).ToString(CultureInfo.InvariantCulture).Select(c => (char)('a' + c - '0')));

    /// <summary>A quantity that no other test and hardly an earlier run asks for: messages that say the same would be duplicates in an export.</summary>
    public static string Kilos() => $"{1_000 + (((Start / TimeSpan.TicksPerSecond) + Interlocked.Increment(ref _next)) % 19_000)} kg";
}
