using System.Globalization;
using System.Text;
using Cosecha.Audit;

namespace Cosecha.Access;

/// <summary>Names of people as the audit holds them.</summary>
internal static class ActorName
{
    private const int MaxLength = 128;

    /// <summary>
    /// The name without what cannot be seen, and cut off at 128 characters; null when nothing is left. A person who is called like one of <see cref="Actors"/> is
    /// told from it by a prefix.
    /// </summary>
    public static string? Of(string? name)
    {
        var seen = new StringBuilder();
        foreach (var rune in (name ?? "").EnumerateRunes().Where(IsSeen).TakeWhile(r => seen.Length + r.Utf16SequenceLength <= MaxLength))
        {
            seen.Append(rune);
        }

        var trimmed = seen.ToString().Trim();
        return trimmed.Length == 0 ? null
            : Actors.All.Contains(trimmed, StringComparer.OrdinalIgnoreCase) ? $"person:{trimmed}"
            : trimmed;
    }

    private static bool IsSeen(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.PrivateUse
            );
}
