namespace Cosecha.Datasets;

/// <summary>What is in a version and how it came about.</summary>
/// <param name="Version">The version's name: when it was made, UTC, as <c>20260131T070000123Z</c>.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="CodeVersion">Version of Cosecha that made it.</param>
/// <param name="Seed">Seed of the split.</param>
/// <param name="ValidShare">Share of the conversations that goes to the validation files.</param>
/// <param name="Messages">Stored messages read.</param>
/// <param name="Conversations">Conversations read.</param>
/// <param name="Examples">Examples written, in all.</param>
/// <param name="Train">Examples in the training files.</param>
/// <param name="Valid">Examples in the validation files.</param>
/// <param name="Excluded">User messages that became no example, by reason. With the examples they make all user messages read.</param>
/// <param name="Files">The files.</param>
/// <param name="Warnings">What a trainer should know before using them.</param>
public sealed record Manifest(
    string Version,
    DateTimeOffset CreatedAt,
    string CodeVersion,
    string Seed,
    double ValidShare,
    int Messages,
    int Conversations,
    int Examples,
    int Train,
    int Valid,
    IReadOnlyDictionary<string, int> Excluded,
    IReadOnlyList<ManifestFile> Files,
    IReadOnlyList<string> Warnings
);
