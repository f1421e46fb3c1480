namespace Cosecha.Consent;

/// <summary>A user's yes, as the bot reports it.</summary>
/// <param name="TextVersion">Version of the text that was shown.</param>
/// <param name="Language">Language in which it was shown.</param>
/// <param name="Channel">Through which channel; null when the bot does not say.</param>
public sealed record ConsentGrant(string TextVersion, string Language, string? Channel);
