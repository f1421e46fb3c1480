using Cosecha.Catalog;
using Cosecha.Labeling;
using Cosecha.Messages;
using Cosecha.Quality.Rules;

namespace Cosecha.Quality;

/// <summary>Checks what is to be stored. Every rule is asked, so that a reviewer sees all that is wrong. Safe to share between threads.</summary>
public sealed class QualityRules
{
    private readonly DomainReader _reader;
    private readonly IQualityRule[] _rules;

    /// <summary>Prepares the rules.</summary>
    /// <param name="catalog">The business.</param>
    /// <param name="reader">The reader of the same catalog.</param>
    /// <param name="hasResidual">Whether an anonymized text still holds personal data.</param>
    public QualityRules(DomainCatalog catalog, DomainReader reader, Func<string, bool> hasResidual)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _reader = reader;
        _rules =
        [
            new ProductKnown(catalog.Products),
            new SizeKnown(catalog.Sizes),
            new SizeSold(catalog),
            new GlazingInRange(catalog.Glazing),
            new GlazingPlausible(),
            new QuantityPositive(),
            new QuantityPlausible(catalog.Units),
            new PriceInRange(catalog),
            new DestinationPlausible(),
            new LabelConsistent(),
            new ContentPresent(),
            new ContentShort(),
            new ContentDecoded(),
            new PlaceholdersKnown(),
            new NothingPersonalLeft(hasResidual),
        ];
    }

    /// <summary>Checks a message; one that was filtered out has nothing to check.</summary>
    /// <returns>The reasons of all rules that do not hold and the doubts of earlier stages, codes of <see cref="QualityReasons"/>.</returns>
    public IReadOnlyList<string> Check(LabeledMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.DiscardReason is null ? [.. Check(message.Content ?? "", message.Label), .. message.Doubts ?? []] : [];
    }

    /// <summary>Checks a text with its label.</summary>
    /// <param name="content">The anonymized text.</param>
    /// <param name="label">The label; null for an assistant's message, to which only the rules about the text apply.</param>
    /// <returns>The reasons of all rules that do not hold, codes of <see cref="QualityReasons"/>.</returns>
    public IReadOnlyList<string> Check(string content, Label? label)
    {
        var subject = new QualitySubject(_reader.ReadText(content), label);
        return [.. _rules.Where(r => !r.Holds(subject)).Select(r => r.Reason)];
    }
}
