using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>What about a message and its label tells how sure the label is. The weights are fitted on data, see docs/labeling.md.</summary>
public static class LabelFeatures
{
    /// <summary>The features' names, in the order in which <see cref="Calibration.Weights"/> are applied.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "weakIntent", // no cue, or only the build of the message
        "softIntent", // cues of middle weight
        "narrowMargin", // the next intent is close
        "manyItems", // more than one line
        "takenBack", // something was negated or corrected
        "looseNumbers", // numbers that nothing explains, at most three
        "unreadWords", // share of words that the catalog does not know
        "unusedPlace", // a place that is no destination
        "unlistedPlace", // a destination that the gazetteer lacks
        "impliedGlazing", // a percentage taken as glazing without the word
        "sharedQuantity", // more or fewer quantities than lines
        "oddSize", // a size that the catalog lacks
        "noProduct", // a size or a quantity without a product
        "smalltalk", // a greeting or thanks and nothing else
        "long", // more than thirty words
    ];
}
