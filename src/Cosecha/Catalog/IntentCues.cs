namespace Cosecha.Catalog;

/// <summary>File <c>intents.json</c>: the phrases by which intents are told.</summary>
/// <param name="Cues">The groups.</param>
public sealed record IntentCues(IReadOnlyList<CueGroup> Cues);
