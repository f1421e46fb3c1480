using System.Text.RegularExpressions;
using Cosecha.Consent;

namespace Cosecha.Capture;

/// <summary>
/// The form in which a conversation's or a message's id is stored and logged. Bots like to use phone numbers as ids, and
/// WhatsApp's own message ids carry the number in base64: such ids, and all that could not stand in a row key of Table Storage
/// (<c>/ \ # ?</c>, control characters, more than 100 characters, the separator <c>|</c>), are replaced by a keyed pseudonym. Plain ids stay
/// as they are, so that support finds a message by the id that the bot knows. The same id always gets the same form under the same key.
/// </summary>
public sealed partial class SafeId(Pseudonyms pseudonyms)
{
    /// <summary>The safe form of an id.</summary>
    /// <param name="id">The id as the bot gave it.</param>
    /// <param name="key">Under which key; the current one when it is null.</param>
    public string Of(string id, PseudonymKey? key = null) =>
        Plain().IsMatch(id) && !Numeric().IsMatch(id) && !IsWhatsApp(id) ? id : pseudonyms.IdKey(id, key);

    /// <summary>All forms that an id may have been stored in, that of the current key first.</summary>
    public IReadOnlyList<string> AllOf(string id) => [.. pseudonyms.Keys.Select(k => Of(id, k)).Distinct()];

    private static bool IsWhatsApp(string id) => id.StartsWith("wamid.", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[A-Za-z0-9_.:-]{1,100}$", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();

    /// <summary>Seven digits in a row, separators ignored, may be a phone number: the shortest national numbers have seven.</summary>
    [GeneratedRegex("[0-9](?:[_.:-]?[0-9]){6}", RegexOptions.NonBacktracking)]
    private static partial Regex Numeric();
}
