using System.Text.Json.Serialization;

namespace Cosecha.Catalog;

/// <summary>A place that people mention.</summary>
/// <param name="Name">How it is filed, in the language of its spelling.</param>
/// <param name="Forms">Other spellings of the same name.</param>
/// <param name="Ambiguous">Whether the word is also a person's name or a common word, so that only its surroundings make it a place.</param>
public sealed record Place(string Name, IReadOnlyList<string>? Forms = null, bool Ambiguous = false)
{
    /// <summary>How precise it is; follows from the list that it stands in.</summary>
    [JsonIgnore]
    public PlaceLevel Level { get; init; }
}
