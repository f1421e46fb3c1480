namespace Cosecha.Catalog;

/// <summary>File <c>dialogue.json</c>: the phrases that take back, correct, share or limit what is said.</summary>
/// <param name="Negations">Before what is not wanted.</param>
/// <param name="NegationsAfter">After what is not wanted.</param>
/// <param name="Corrections">Between a slip and its correction.</param>
/// <param name="Changes">Before what is to be replaced.</param>
/// <param name="ChangeTo">Between what is to be replaced and its replacement.</param>
/// <param name="Each">Near a quantity that holds for every line.</param>
/// <param name="NotGlazing">Near a percentage that is no glazing.</param>
/// <param name="Payments">Before shares of a payment such as 40/60, which are no size.</param>
/// <param name="GlazingAt">Between a product and a bare number that is its glazing, as in "HLSO 16/20 al 20".</param>
/// <param name="Limits">In questions about what fits or is required at least: the quantity there is not asked for.</param>
/// <param name="Destinations">Before a destination, even one that the gazetteer lacks.</param>
public sealed record DialogueWords(
    IReadOnlyList<string> Negations,
    IReadOnlyList<string> NegationsAfter,
    IReadOnlyList<string> Corrections,
    IReadOnlyList<string> Changes,
    IReadOnlyList<string> ChangeTo,
    IReadOnlyList<string> Each,
    IReadOnlyList<string> NotGlazing,
    IReadOnlyList<string> Payments,
    IReadOnlyList<string> GlazingAt,
    IReadOnlyList<string> Limits,
    IReadOnlyList<string> Destinations
);
