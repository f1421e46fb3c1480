using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>What about a message and its label tells how sure the label is. The weights are fitted on data, see <see cref="CalibrationFit"/>.</summary>
public static class LabelFeatures
{
    /// <summary>The features' names, in the order in which <see cref="Calibration.Weights"/> are applied.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "bareItem", // a product, size or quantity and no cue of the intent
        "chat", // neither an item nor a cue, and not just a greeting or thanks
        "softIntent", // a cue of middle weight
        "narrowMargin", // the next intent is close
        "rival", // another intent has a strong cue too
        "noItem", // a cue, but no product, size or quantity
        "smalltalk", // a greeting or thanks and nothing else
        "question", // a question mark
        "manyItems", // more than one line
        "takenBack", // something was negated or corrected
        "looseNumbers", // numbers that nothing explains, at most three
        "unreadWords", // share of words that the catalog does not know
        "unusedPlace", // a place that is no destination
        "impliedGlazing", // a percentage taken as glazing without the word
        "sharedQuantity", // more or fewer quantities than lines
    ];

    private const double Cue = 2;
    private const double StrongCue = 4;

    internal static double[] Of(Analysis analysis)
    {
        var text = analysis.Text.Tokens;
        var intent = analysis.Intent;
        var places = analysis.Kept.Count(f => f.Kind == DomainKind.Place);
        var item = analysis.Items.Count > 0 || analysis.Quantities.Count > 0;
        var cue = intent.Score >= Cue;
        var smalltalk = !cue && !item && Talk.OtherWords(text) == 0;
        return
        [
            Flag(item && !cue),
            Flag(!item && !cue && !smalltalk),
            Flag(cue && intent.Score < StrongCue),
            Flag(cue && intent.Margin < 1),
            Flag(intent.RunnerUp >= StrongCue),
            Flag(cue && !item),
            Flag(smalltalk),
            Flag(text.Text.Contains('?', StringComparison.Ordinal)),
            Flag(analysis.Items.Count > 1),
            Flag(analysis.Kept.Count < analysis.Text.Found.Count),
            Math.Min(3, LooseNumbers(analysis)),
            Unread(text),
            Flag(places > (analysis.Destination is null ? 0 : 1)),
            Flag(analysis.Glazings.Count > 0 && !analysis.Kept.Exists(f => f is { Kind: DomainKind.Percentage, Value: not null })),
            Flag(analysis.Quantities.Count > 0 && analysis.Quantities.Count != analysis.Items.Count),
        ];
    }

    private static double Flag(bool value) => value ? 1 : 0;

    private static double Unread(TokenizedText text)
    {
        var (words, unread) = (0, 0);
        for (var i = 0; i < text.Count; i++)
        {
            words += text.IsWord(i) ? 1 : 0;
            unread += text.IsWord(i) && !text.IsKnown(i) ? 1 : 0;
        }

        return words == 0 ? 0 : (double)unread / words;
    }

    private static int LooseNumbers(Analysis analysis)
    {
        var (text, found) = (analysis.Text.Tokens, analysis.Text.Found);
        var loose = 0;
        for (int i = 0, span = 0; i < text.Count; i++)
        {
            while (span < found.Count && found[span].Next <= i)
            {
                span++;
            }

            loose += text.IsDigits(i) && (span == found.Count || i < found[span].First) ? 1 : 0;
        }

        return loose;
    }
}
