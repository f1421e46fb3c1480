using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>All that the rules make of a text: the label without its confidence, and what the confidence is taken from.</summary>
/// <param name="Text">The text as it was read.</param>
/// <param name="Kept">The spans that nothing takes back.</param>
/// <param name="Intent">The intent and how clear it is.</param>
/// <param name="Items">The lines.</param>
/// <param name="Glazings">Every glazing found.</param>
/// <param name="Quantities">Every quantity found.</param>
/// <param name="Destination">Where the goods go.</param>
internal sealed record Analysis(
    DomainText Text,
    List<Found> Kept,
    IntentScore Intent,
    List<ItemDraft> Items,
    List<Amount> Glazings,
    List<Amount> Quantities,
    string? Destination
)
{
    public static Analysis Of(DomainText text)
    {
        var tokens = text.Tokens;
        var intent = IntentRules.Score(tokens, text.Found);
        var kept = Negation.Keep(tokens, text.Found);
        var glazings = GlazingRules.Collect(tokens, kept, intent);
        var quantities = QuantityRules.Collect(tokens, kept, intent.Intent);
        var drafts = GlazingRules.Apply(ItemPairing.Pair(tokens, kept), glazings);
        var items = Distinct(QuantityRules.Apply(tokens, drafts, quantities));
        return new(text, kept, intent, items, glazings, quantities, DestinationRules.Pick(tokens, kept, intent));
    }

    private static List<ItemDraft> Distinct(List<ItemDraft> drafts)
    {
        var distinct = new List<ItemDraft>(drafts.Count);
        foreach (var draft in drafts)
        {
            if (!distinct.Exists(d => d.Covers(draft)))
            {
                distinct.RemoveAll(draft.Covers);
                distinct.Add(draft);
            }
        }

        return distinct;
    }
}
