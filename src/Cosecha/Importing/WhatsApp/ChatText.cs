using System.Text.RegularExpressions;

namespace Cosecha.Importing.WhatsApp;

/// <summary>Tells what a person wrote from what WhatsApp writes in its place, in English and Spanish.</summary>
internal static partial class ChatText
{
    /// <summary>Reads the text of an entry.</summary>
    /// <param name="written">The text as exported.</param>
    /// <param name="isMarked">Whether it begins with the mark of iOS for texts of its own.</param>
    /// <returns>The text; empty with the reason when nobody wrote one.</returns>
    public static (string Text, string? Skipped) Read(string written, bool isMarked)
    {
        var text = Edited().Replace(Invisible.Without(written), "").Trim();
        var withoutMedia = WithoutMedia(text, isMarked);
        var skipped =
            withoutMedia.Length == 0 ? (text.Length == 0 ? SkipReasons.Empty : SkipReasons.Media)
            : Deleted().IsMatch(text) ? SkipReasons.Deleted
            : Notice().IsMatch(text) || (isMarked && withoutMedia == text) ? SkipReasons.Notice
            : null;
        return skipped is null ? (withoutMedia, null) : ("", skipped);
    }

    /// <summary>A caption stands on the lines after the media's, and somebody wrote it.</summary>
    private static string WithoutMedia(string text, bool isMarked)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = (end < 0 ? text : text[..end]).Trim();
        var isMedia = Media().IsMatch(first) || (isMarked && MarkedMedia().IsMatch(first));
        return isMedia ? (end < 0 ? "" : text[end..].Trim()) : text;
    }

    [GeneratedRegex(
        @"\s*<(?:This message was edited|Se editó este mensaje|Este mensaje fue editado|Mensaje editado)\.?>\s*\z",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Edited();

    [GeneratedRegex(
        @"^(?:<(?:Media|Multimedia|Archivo|Medios|Archivo multimedia) (?:omitted|omitido|omitidos)>"
            + @"|<(?:attached|adjunto|archivo adjunto): [^<>]+>"
            + @"|.+\.[A-Za-z0-9]{2,5} \((?:file attached|archivo adjunto)\)"
            + @"|(?:image|video|audio|sticker|GIF|document|video note|Contact card) omitted"
            + @"|(?:imagen|v[ií]deo|audio|sticker|GIF|documento|nota de v[ií]deo|tarjeta de contacto) (?:omitid[oa]|no incluid[oa])"
            + @"|(?:location|ubicación): https?://\S+|live location shared|ubicación en tiempo real compartida|null)\z",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Media();

    /// <summary>A document has its name and its number of pages before it.</summary>
    [GeneratedRegex(@"(?:omitted|omitid[oa]|no incluid[oa])\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex MarkedMedia();

    [GeneratedRegex(
        @"^(?:This message was deleted|You deleted this message|Se eliminó este mensaje|Este mensaje fue eliminado|Eliminaste este mensaje"
            + @"|(?:This message was deleted by admin|Un admin\. eliminó este mensaje).*)\.?\z",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Deleted();

    [GeneratedRegex(
        @"^(?:Missed (?:voice|video|group voice|group video) call|(?:Llamada|Videollamada|Llamada de voz) perdida|Waiting for this message.*|Esperando (?:este|el) mensaje.*)\.?\z",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Notice();
}
