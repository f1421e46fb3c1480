namespace Cosecha.Datasets;

/// <summary>That a version holds lines of a user.</summary>
/// <param name="UserKey">The user's pseudonym.</param>
/// <param name="Grant">The number of the grant of consent under which they were exported.</param>
/// <param name="Lines">How many, over all files but the lineage.</param>
public sealed record LineageEntry(string UserKey, int Grant, int Lines);
