using System.Security.Cryptography;
using System.Text;

namespace Cosecha.Catalog;

/// <summary>One consent text.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Language">ISO 639-1 code of its language.</param>
/// <param name="Text">The text, verbatim.</param>
public sealed record ConsentText(string Version, string Language, string Text)
{
    /// <summary>SHA-256 of the text in UTF-8: 64 hex digits. It proves later which words were shown.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
