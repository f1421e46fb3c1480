using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Cosecha.Datasets.Checks;

/// <summary>From a line's bytes to its JSON, or what is wrong with it.</summary>
internal static class LineJson
{
    private static ReadOnlySpan<byte> WhiteSpace => " \t\r\n"u8;

    /// <summary>The line's object; the caller disposes it. Null when nothing more can be said about the line.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> line, LineFindings findings)
    {
        if (!Utf8.IsValid(line.Span))
        {
            findings.Add(FindingCode.InvalidUtf8);
            return null;
        }

        if (line.Span.Trim(WhiteSpace).IsEmpty)
        {
            findings.Add(FindingCode.EmptyLine);
            return null;
        }

        try
        {
            return Sane(JsonDocument.Parse(line), findings);
        }
        catch (JsonException)
        {
            findings.Add(BeginsWithObject(line.Span) ? FindingCode.TrailingContent : FindingCode.NotJson);
            return null;
        }
    }

    private static JsonDocument? Sane(JsonDocument document, LineFindings findings)
    {
        FindingCode? wrong = document.RootElement.ValueKind == JsonValueKind.Object ? Flaw(document.RootElement) : FindingCode.NotAnObject;
        if (wrong is not { } code)
        {
            return document;
        }

        findings.Add(code);
        document.Dispose();
        return null;
    }

    private static bool BeginsWithObject(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static FindingCode? Flaw(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => FlawOfObject(element),
            JsonValueKind.Array => element.EnumerateArray().Select(Flaw).FirstOrDefault(code => code is not null),
            JsonValueKind.String when !IsReadable(element) => FindingCode.UnreadableText,
            _ => null,
        };

    private static FindingCode? FlawOfObject(JsonElement element)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (NameOf(property) is not { } name)
            {
                return FindingCode.UnreadableText;
            }

            if (!names.Add(name))
            {
                return FindingCode.DuplicateKey;
            }

            if (Flaw(property.Value) is { } code)
            {
                return code;
            }
        }

        return null;
    }

    private static bool IsReadable(JsonElement text)
    {
        // Only an escape can be half a character: the bytes are known to be UTF-8.
        if (!JsonMarshal.GetRawUtf8Value(text).Contains((byte)'\\'))
        {
            return true;
        }

        try
        {
            return text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
