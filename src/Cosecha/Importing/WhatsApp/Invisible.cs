using System.Text.RegularExpressions;

namespace Cosecha.Importing.WhatsApp;

/// <summary>Characters that cannot be seen, with which WhatsApp marks directions and what it wrote itself.</summary>
internal static partial class Invisible
{
    /// <summary>All of them.</summary>
    public const string All = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff";

    /// <summary>All of them.</summary>
    public static readonly char[] Characters = All.ToCharArray();

    /// <summary>iOS puts it before every text of its own that stands where a message's text would.</summary>
    public const char Mark = '\u200e';

    /// <summary>A text without them.</summary>
    public static string Without(string text) => text.AsSpan().ContainsAny(Characters) ? Pattern().Replace(text, "") : text;

    [GeneratedRegex($"[{All}]", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
