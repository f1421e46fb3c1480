namespace Cosecha.Catalog;

/// <summary>File <c>phones.json</c>: where the users' phones are from.</summary>
/// <param name="Countries">ISO 3166-1 alpha-2 codes, the likeliest first.</param>
public sealed record PhoneSettings(IReadOnlyList<string> Countries);
