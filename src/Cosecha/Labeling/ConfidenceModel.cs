using System.Collections.Frozen;
using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>How likely a label is all right: a logistic model over <see cref="LabelFeatures"/>.</summary>
internal sealed class ConfidenceModel
{
    private readonly FrozenSet<string> _sizes;
    private readonly double _bias;
    private readonly double[] _weights;

    public ConfidenceModel(DomainCatalog catalog)
    {
        _sizes = catalog.Sizes.Sizes.ToFrozenSet(StringComparer.Ordinal);
        _bias = catalog.Calibration.Bias;
        _weights = [.. LabelFeatures.Names.Select(n => catalog.Calibration.Weights.GetValueOrDefault(n))];
    }

    public double Of(Analysis analysis)
    {
        var features = Features(analysis);
        var sum = _bias;
        for (var i = 0; i < features.Length; i++)
        {
            sum += _weights[i] * features[i];
        }

        return Math.Round(1 / (1 + Math.Exp(-sum)), 3);
    }

    public double[] Features(Analysis analysis)
    {
        var text = analysis.Text.Tokens;
        var intent = analysis.Intent;
        var places = analysis.Kept.Count(f => f.Kind == DomainKind.Place);
        var smalltalk = intent.Score == 0 && Talk.OtherWords(text) == 0;
        var words = Words(text);
        return
        [
            Flag(intent.Score < 2 && !smalltalk),
            Flag(intent.Score is >= 2 and < 5),
            Flag(intent.Score >= 1 && intent.Margin < 1),
            Flag(analysis.Items.Count > 1),
            Flag(analysis.Kept.Count < analysis.Text.Found.Count),
            Math.Min(3, LooseNumbers(analysis)),
            Unread(text, words),
            Flag(places > (analysis.Destination is null ? 0 : 1)),
            Flag(analysis.Destination is not null && places == 0),
            Flag(analysis.Glazings.Count > 0 && !analysis.Kept.Exists(f => f is { Kind: DomainKind.Percentage, Value: not null })),
            Flag(analysis.Quantities.Count > 0 && analysis.Quantities.Count != analysis.Items.Count),
            Flag(analysis.Items.Exists(i => i.Size is not null && !_sizes.Contains(i.Size))),
            Flag((analysis.Items.Count > 0 || analysis.Quantities.Count > 0) && analysis.Items.TrueForAll(i => i.Product is null)),
            Flag(smalltalk),
            Flag(words > 30),
        ];
    }

    private static double Flag(bool value) => value ? 1 : 0;

    private static int Words(TokenizedText text) => text.Tokens.Count(t => t.Kind == TokenKind.Word);

    private static double Unread(TokenizedText text, int words)
    {
        var unread = 0;
        for (var i = 0; i < text.Count; i++)
        {
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
