using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cosecha.Requests;

/// <summary>The fields of a JSON object that came from outside; remembers the first one that is wrong.</summary>
public sealed partial class Fields(JsonElement element)
{
    /// <summary>Characters of an id at most.</summary>
    public const int MaxId = 1_000;

    /// <summary>The first wrong field; null while none is.</summary>
    public FieldError? Error { get; private set; }

    /// <summary>Whether the field is there and not null.</summary>
    public bool Has(string name) => element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>The field's text; null when it is missing, is no text or is broken Unicode.</summary>
    public string? Text(string name) => element.TryGetProperty(name, out var value) ? TextOf(value) : null;

    /// <summary>The field's list of texts, null for each element that is none; null when the field is no list.</summary>
    public IReadOnlyList<string?>? Texts(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(TextOf)]
            : null;

    /// <summary>A yes or no that may be missing.</summary>
    public bool Flag(string name, bool otherwise)
    {
        if (!Has(name))
        {
            return otherwise;
        }

        var kind = element.GetProperty(name).ValueKind;
        if (kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Fail(name, "must be true or false");
        }

        return kind == JsonValueKind.True;
    }

    /// <summary>A time that may be missing; one without an offset is UTC.</summary>
    /// <param name="name">The field.</param>
    /// <param name="latest">The latest time that is right.</param>
    /// <param name="tooLate">What is wrong with a later one.</param>
    /// <returns>The time in UTC; null when it is missing or wrong.</returns>
    public DateTimeOffset? Time(string name, DateTimeOffset latest, string tooLate)
    {
        if (!Has(name))
        {
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var text = Text(name);
        if (text is null || !IsoDate().IsMatch(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time))
        {
            Fail(name, "must be an ISO 8601 time such as 2026-01-31T17:05:00Z");
            return null;
        }

        if (time > latest)
        {
            Fail(name, tooLate);
        }

        return time;
    }

    /// <summary>An id that must be there.</summary>
    public string RequiredId(string name)
    {
        var id = Text(name);
        if (ProblemOfId(id) is { } reason)
        {
            Fail(name, reason);
        }

        return id ?? "";
    }

    /// <summary>An id that may be missing, but not empty.</summary>
    public string? OptionalId(string name) => Has(name) ? RequiredId(name) : null;

    /// <summary>The channel, which may be missing. It is stored as it is, so it must be a name and cannot be a text.</summary>
    public string? Channel()
    {
        if (!Has("channel"))
        {
            return null;
        }

        var channel = Text("channel");
        if (channel is null || !ChannelName().IsMatch(channel))
        {
            Fail("channel", "must be 1 to 32 letters, - or _");
        }

        return channel;
    }

    /// <summary>Notes what is wrong, unless something was before.</summary>
    public void Fail(string name, string reason, bool isTooLarge = false) => Error ??= new FieldError(name, reason, isTooLarge);

    /// <summary>What is wrong with an id; null when nothing is.</summary>
    public static string? ProblemOfId(string? id) =>
        string.IsNullOrWhiteSpace(id) ? "must be a text that is not empty"
        : id.Length > MaxId ? $"is longer than {MaxId} characters"
        : null;

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON allows it, UTF-8 does not.
            return null;
        }
    }

    /// <summary>A date first, so that "10" or "May" is not taken for a time.</summary>
    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex IsoDate();

    /// <summary>No digits: a phone number is no channel.</summary>
    [GeneratedRegex(@"^[A-Za-z_-]{1,32}\z", RegexOptions.NonBacktracking)]
    private static partial Regex ChannelName();
}
