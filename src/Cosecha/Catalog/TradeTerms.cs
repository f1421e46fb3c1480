namespace Cosecha.Catalog;

/// <summary>File <c>trade.json</c>: words that every trade in goods shares.</summary>
/// <param name="Incoterms">Terms of trade.</param>
/// <param name="Currencies">Currencies and their signs.</param>
/// <param name="Documents">Words after which a document's number stands.</param>
/// <param name="DocumentFillers">What may stand between such a word and the number.</param>
public sealed record TradeTerms(
    IReadOnlyList<Incoterm> Incoterms,
    IReadOnlyList<string> Currencies,
    IReadOnlyList<string> Documents,
    IReadOnlyList<string> DocumentFillers
);
