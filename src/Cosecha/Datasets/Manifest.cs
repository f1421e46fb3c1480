using System.Text.Json;
using System.Text.Json.Serialization;
using Cosecha.Datasets.Cleaning;

namespace Cosecha.Datasets;

/// <summary>What is in a version and how it came about.</summary>
/// <param name="Version">The version's name: when it was made, UTC, as <c>20260131T070000123Z</c>.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="CodeVersion">Version of Cosecha that made it.</param>
/// <param name="Seed">Seed of the split.</param>
/// <param name="ValidShare">Share of the users whose examples go to the validation files.</param>
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
)
{
    /// <summary>Messages with a label, in the intent files.</summary>
    public int Labeled { get; init; }

    /// <summary>What the examples are about and on what they rest, as it was when the version was made.</summary>
    public ManifestContents Contents { get; init; } = ManifestContents.Empty;

    /// <summary>What cleaning did to the examples, as it was when the version was made; null in versions of earlier builds.</summary>
    public CleaningReport? Cleaning { get; init; }

    /// <summary>What it did to the labeled messages.</summary>
    public CleaningReport? LabeledCleaning { get; init; }

    /// <summary>How often the version was rewritten to erase lines; 0 for as it was made.</summary>
    public int Revision { get; init; }

    /// <summary>What was erased since it was made, oldest first.</summary>
    public IReadOnlyList<ErasedLines> Erased { get; init; } = [];

    /// <summary>Where its files lie: the version, and a rewritten one's revision, as <c>20260131T070000123Z.1</c>.</summary>
    [JsonIgnore]
    public string Folder => Revision == 0 ? Version : $"{Version}.{Revision}";

    /// <summary>Whether a later version says nothing new: the same files, made of as much, and nothing was erased from this one since.</summary>
    public bool IsRepeatedBy(Manifest later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return Revision == 0 && Text(later with { Version = Version, CreatedAt = CreatedAt }) == Text(this);

        static string Text(Manifest manifest) => JsonSerializer.Serialize(manifest, DatasetJson.Plain.Manifest);
    }

    /// <summary>The version that a folder belongs to.</summary>
    public static string VersionOf(string folder) => folder.Split('.')[0];
}
