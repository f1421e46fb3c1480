using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cosecha.Audit;

/// <summary>
/// A place in the audit: an entry. Since it names the entry and not a number of entries to skip, pages neither repeat nor miss one while new entries come in at
/// the front.
/// </summary>
/// <param name="At">The entry's time.</param>
/// <param name="Id">What tells it from others of that time: 16 hex digits.</param>
public sealed partial record AuditCursor(DateTimeOffset At, string Id)
{
    /// <summary>The cursor as a token for a query: base64url.</summary>
    public string ToToken() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks:D19}.{Id}")));

    /// <summary>Reads a token.</summary>
    /// <returns>Null when it is none.</returns>
    public static AuditCursor? Parse(string token)
    {
        if (token.Length > 64 || !Base64Url.IsValid(token))
        {
            return null;
        }

        var match = Shape().Match(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token)));
        return
            match.Success
            && long.TryParse(match.Groups["ticks"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new(new DateTimeOffset(ticks, TimeSpan.Zero), match.Groups["id"].Value)
            : null;
    }

    [GeneratedRegex(@"^(?<ticks>[0-9]{19})\.(?<id>[0-9a-f]{16})\z", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
