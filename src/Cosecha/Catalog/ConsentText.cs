namespace Cosecha.Catalog;

/// <summary>One consent text.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Language">ISO 639-1 code of its language.</param>
/// <param name="Text">The text, verbatim.</param>
public sealed record ConsentText(string Version, string Language, string Text);
