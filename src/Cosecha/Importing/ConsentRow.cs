using System.Globalization;
using System.Text.RegularExpressions;

namespace Cosecha.Importing;

/// <summary>A line of a list of consents, field by field.</summary>
internal sealed partial class ConsentRow(int line)
{
    private const string User = "userid";
    private const string Version = "textversion";
    private const string Language = "language";
    private const string At = "at";
    private const string Channel = "channel";
    private const string Evidence = "evidencemessageid";
    private const string Purposes = "purposes";
    private static readonly string[] s_names = [User, Version, Language, At, Channel, Evidence, Purposes];
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>Sets a field; an empty one is one that is missing.</summary>
    /// <exception cref="InvalidDataException">There is no such field: whoever wrote it means something that would be lost.</exception>
    public void Set(string name, string value)
    {
        // userId, user_id and UserId are one name.
        var known = name.Replace("_", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
        if (!s_names.Contains(known))
        {
            throw Wrong("has a field that is none of userId, textVersion, language, at, channel, evidenceMessageId, purposes");
        }

        if (!string.IsNullOrWhiteSpace(value) && !_fields.TryAdd(known, value.Trim()))
        {
            throw Wrong("has a field twice");
        }
    }

    /// <summary>The consent.</summary>
    /// <exception cref="InvalidDataException">A field is missing or wrong.</exception>
    public ListedConsent ToConsent()
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var at = Required(At, "at");
        if (!IsoDate().IsMatch(at) || !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, Utc, out var time))
        {
            throw Wrong("at must be an ISO 8601 time such as 2026-01-31T17:05:00Z");
        }

        var purposes = _fields.GetValueOrDefault(Purposes)?.Split([' ', ';', ',', '|'], StringSplitOptions.RemoveEmptyEntries);
        return new(
            line,
            Required(User, "userId"),
            Required(Version, "textVersion"),
            Required(Language, "language"),
            time,
            _fields.GetValueOrDefault(Channel),
            _fields.GetValueOrDefault(Evidence),
            purposes
        );
    }

    /// <summary>What is wrong, as a sentence that names the line and holds nothing of it.</summary>
    public InvalidDataException Wrong(string problem) => new($"Line {line} of the consent list: {problem}.");

    private string Required(string field, string name) => _fields.GetValueOrDefault(field) ?? throw Wrong($"{name} is missing");

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex IsoDate();
}
