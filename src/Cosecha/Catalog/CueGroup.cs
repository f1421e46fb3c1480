namespace Cosecha.Catalog;

/// <summary>Phrases that speak for one intent, equally strongly.</summary>
/// <param name="Intent">One of <see cref="Labeling.Intents"/>.</param>
/// <param name="Weight">How strongly, above 0 and at most 10; the strongest phrase of a message decides.</param>
/// <param name="Forms">The phrases.</param>
/// <param name="Needs">When they count: <c>item</c>, only beside a product, size or quantity; <c>noItem</c>, only without; null, always.</param>
/// <param name="Usable">Whether such a message is worth keeping even without a product or size.</param>
public sealed record CueGroup(string Intent, double Weight, IReadOnlyList<string> Forms, string? Needs = null, bool Usable = true)
{
    /// <summary>Counts only beside a product, size or quantity.</summary>
    public const string Item = "item";

    /// <summary>Counts only without a product, size or quantity.</summary>
    public const string NoItem = "noItem";
}
