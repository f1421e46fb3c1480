using System.Security.Cryptography;
using System.Text;

namespace Cosecha.Consent;

/// <summary>One secret of <see cref="Pseudonyms"/>, the current one or an earlier one.</summary>
/// <param name="secret">The secret.</param>
public sealed class PseudonymKey(byte[] secret)
{
    /// <summary>Names the key without telling it: 8 hex digits. Derived from the secret, so that nobody can change the one and forget the other.</summary>
    public string Id { get; } = Convert.ToHexStringLower(HMACSHA256.HashData(secret, "key-id"u8))[..8];

    /// <summary>HMAC-SHA256 of a value for a purpose: 32 bytes. The same value for two purposes cannot be linked.</summary>
    public byte[] Hash(string purpose, string value) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{purpose}\n{value}"));

    /// <summary><see cref="Hash"/> as 64 hex digits.</summary>
    public string Pseudonym(string purpose, string value) => Convert.ToHexStringLower(Hash(purpose, value));
}
