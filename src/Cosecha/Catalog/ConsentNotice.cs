namespace Cosecha.Catalog;

/// <summary>What a consent receipt tells a user, in one language.</summary>
/// <param name="Language">ISO 639-1 code of the language.</param>
/// <param name="Purposes">What each purpose means, by its code: <c>training</c>, <c>retrieval</c>.</param>
/// <param name="DataCategories">Which kinds of data are processed.</param>
/// <param name="Withdrawal">How to withdraw consent.</param>
public sealed record ConsentNotice(
    string Language,
    IReadOnlyDictionary<string, string> Purposes,
    IReadOnlyList<string> DataCategories,
    string Withdrawal
);
