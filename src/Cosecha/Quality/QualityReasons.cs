using Cosecha.Ai;

namespace Cosecha.Quality;

/// <summary>The closed list of reasons that the quality rules and the decision table give.</summary>
public static class QualityReasons
{
    /// <summary>A product that the catalog lacks.</summary>
    public const string UnknownProduct = "unknown_product";

    /// <summary>A size that the catalog lacks.</summary>
    public const string UnknownSize = "unknown_size";

    /// <summary>A size of the catalog that is not sold of that product.</summary>
    public const string SizeNotSold = "size_not_sold";

    /// <summary>A glazing outside the catalog's range.</summary>
    public const string GlazingOutOfRange = "glazing_out_of_range";

    /// <summary>A glazing that is no whole percentage.</summary>
    public const string GlazingImplausible = "glazing_implausible";

    /// <summary>A quantity of zero or less.</summary>
    public const string QuantityNotPositive = "quantity_not_positive";

    /// <summary>A quantity that is too large for its unit, or whose unit the catalog lacks.</summary>
    public const string QuantityImplausible = "quantity_implausible";

    /// <summary>A price outside the product's range.</summary>
    public const string PriceOutOfRange = "price_out_of_range";

    /// <summary>A destination that cannot be a place's name.</summary>
    public const string DestinationImplausible = "destination_implausible";

    /// <summary>A label that contradicts itself or the closed lists.</summary>
    public const string LabelInvalid = "label_invalid";

    /// <summary>No text at all.</summary>
    public const string ContentEmpty = "content_empty";

    /// <summary>More than 8,000 characters.</summary>
    public const string ContentTooLong = "content_too_long";

    /// <summary>Control characters, broken surrogates or wrongly decoded text.</summary>
    public const string ContentEncoding = "content_encoding";

    /// <summary>A placeholder that is none of the known ones.</summary>
    public const string UnknownPlaceholder = "unknown_placeholder";

    /// <summary>Personal data that the anonymizer left: a person looks at it.</summary>
    public const string ResidualPii = "residual_pii";

    /// <summary>The labeler is not sure enough: a person looks at it.</summary>
    public const string LowConfidence = "low_confidence";

    /// <summary>The second opinion saw, and redacted, what the anonymizer had left: a person looks at it.</summary>
    public const string SecondOpinion = Anonymization.SecondOpinion.Detector;

    /// <summary>The rules and the language model label the message differently: a person looks at it.</summary>
    public const string LabelersDisagree = "labelers_disagree";

    /// <summary>
    /// The reasons that leave the decision to a person; every other one rejects. <see cref="LowConfidence"/> and the codes of
    /// <see cref="AiFailures"/> are among them.
    /// </summary>
    public static IReadOnlySet<string> ForReview { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            ResidualPii,
            LowConfidence,
            SecondOpinion,
            LabelersDisagree,
            AiFailures.Refusal,
            AiFailures.CutOff,
            AiFailures.ContentFilter,
            AiFailures.Unparsable,
        };
}
