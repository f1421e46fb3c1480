using System.Globalization;
using Microsoft.Extensions.Options;

namespace Cosecha.Consent;

/// <summary>
/// Turns user ids and other outside ids into keyed pseudonyms: HMAC-SHA256 under a secret key, so that nobody without the key
/// can try all phone numbers against what is stored. What is written gets its pseudonym under the current key; what was written under earlier ones is
/// looked up under each.
/// </summary>
public sealed class Pseudonyms(IOptions<PseudonymOptions> options)
{
    private const char Separator = '-';

    private const string User = "user";

    /// <summary>The keys: the current one, then the earlier ones, newest first.</summary>
    public IReadOnlyList<PseudonymKey> Keys { get; } =
    [.. options.Value.AllKeys.Select(k => new PseudonymKey(Convert.FromBase64String(k)))];

    /// <summary>
    /// The user key of a user id: the key's id, a hyphen and 64 hex digits. The many ways to write one phone number
    /// (<c>+593 99 123 4287</c>, <c>593991234287</c>, <c>593991234287@s.whatsapp.net</c>) give one user key, or a withdrawal
    /// would miss a consent that was given under another spelling.
    /// </summary>
    public string UserKey(string userId) => UserKey(Keys[0], Canonical(userId));

    /// <summary>
    /// All user keys under which something of a user may be stored: the current one, those of earlier keys, and those without the key's id, which builds before
    /// the rotation wrote.
    /// </summary>
    public IReadOnlyList<string> UserKeys(string userId)
    {
        var id = Canonical(userId);
        return [.. Keys.Select(k => UserKey(k, id)), .. Keys.Select(k => k.Pseudonym(User, id))];
    }

    /// <summary>A pseudonym of another outside id, under the current key unless another is given: 64 hex digits.</summary>
    public string IdKey(string id, PseudonymKey? key = null) => (key ?? Keys[0]).Pseudonym("id", id);

    /// <summary>
    /// The secret under which the values of one conversation are hashed to number them: 32 bytes. Each conversation of each grant has its own, so
    /// that nobody can tell from what is stored that two conversations hold the same name.
    /// </summary>
    public byte[] ScopeKey(string userKey, string conversationId, int grant) =>
        KeyOf([userKey]).Hash("scope", string.Create(CultureInfo.InvariantCulture, $"{userKey}\n{conversationId}\n{grant}"));

    /// <summary>
    /// The key that made the first of some user keys that is known. One without a key's id is older than all others: the oldest key made it. The current one
    /// when none is known, since their keys are no longer in the settings.
    /// </summary>
    public PseudonymKey KeyOf(IEnumerable<string> userKeys)
    {
        ArgumentNullException.ThrowIfNull(userKeys);
        var known = userKeys.Select(u => u.Contains(Separator, StringComparison.Ordinal) ? Keys.FirstOrDefault(k => IsOf(k, u)) : Keys[^1]);
        return known.FirstOrDefault(k => k is not null) ?? Keys[0];
    }

    /// <summary>A user id with the ways to write one phone number made one.</summary>
    public static string Canonical(string userId)
    {
        ArgumentNullException.ThrowIfNull(userId);
        // A server decodes all of a path but an escaped slash, so that a route cannot tell the one from the other.
        var id = userId.Trim().Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var at = id.IndexOf("@s.whatsapp.net", StringComparison.OrdinalIgnoreCase);
        var number = at < 0 ? id : id[..at];
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var isPhone = digits.Length >= 7 && number.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '.' or '(' or ')');
        return isPhone ? digits : id;
    }

    private static string UserKey(PseudonymKey key, string id) => $"{key.Id}{Separator}{key.Pseudonym(User, id)}";

    private static bool IsOf(PseudonymKey key, string userKey) => userKey.StartsWith(key.Id + Separator, StringComparison.Ordinal);
}
