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
    public string? Text(string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON allows it, UTF-8 does not.
            return null;
        }
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

    /// <summary>No digits: a phone number is no channel.</summary>
    [GeneratedRegex(@"^[A-Za-z_-]{1,32}\z", RegexOptions.NonBacktracking)]
    private static partial Regex ChannelName();
}
