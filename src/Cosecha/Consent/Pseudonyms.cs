using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Cosecha.Consent;

/// <summary>
/// Turns user ids and other outside ids into keyed pseudonyms: HMAC-SHA256 under a secret key, so that nobody without the key
/// can try all phone numbers against what is stored.
/// </summary>
public sealed class Pseudonyms(IOptions<PseudonymOptions> options)
{
    private readonly byte[] _key = Convert.FromBase64String(options.Value.Key);

    /// <summary>
    /// The user key of a user id: 64 hex digits. The many ways to write one phone number
    /// (<c>+593 99 123 4287</c>, <c>593991234287</c>, <c>593991234287@s.whatsapp.net</c>) give one key, or a withdrawal
    /// would miss a consent that was given under another spelling.
    /// </summary>
    public string UserKey(string userId) => Hash("user", Canonical(userId));

    /// <summary>A pseudonym of another outside id: 64 hex digits.</summary>
    public string IdKey(string id) => Hash("id", id);

    /// <summary>
    /// The secret under which the values of one conversation are hashed to number them: 32 bytes. Each conversation of each grant has its own, so
    /// that nobody can tell from what is stored that two conversations hold the same name.
    /// </summary>
    public byte[] ScopeKey(string userKey, string conversationId, int grant) =>
        HashBytes("scope", string.Create(CultureInfo.InvariantCulture, $"{userKey}\n{conversationId}\n{grant}"));

    /// <summary>The secret under which consent receipts are signed: 32 bytes.</summary>
    public byte[] ReceiptKey() => HashBytes("receipt", "");

    private static string Canonical(string userId)
    {
        // A server decodes all of a path but an escaped slash, so that a route cannot tell the one from the other.
        var id = userId.Trim().Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var at = id.IndexOf("@s.whatsapp.net", StringComparison.OrdinalIgnoreCase);
        var number = at < 0 ? id : id[..at];
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var isPhone = digits.Length >= 7 && number.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '.' or '(' or ')');
        return isPhone ? digits : id;
    }

    private string Hash(string purpose, string value) => Convert.ToHexStringLower(HashBytes(purpose, value));

    private byte[] HashBytes(string purpose, string value) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\n{value}"));
}
