using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>Makes a label of what the language model answers: in the catalog's words where they can be told, none where they cannot.</summary>
internal sealed class LabelNormalizer(DomainCatalog catalog, DomainReader reader)
{
    private const int LongestSize = 20;

    private readonly Dictionary<string, string> _intents = Intents.All.ToDictionary(i => i, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _products = catalog.Products.Products.ToDictionary(
        p => p.Name,
        p => p.Name,
        StringComparer.OrdinalIgnoreCase
    );
    private readonly ILookup<string, string> _units = catalog
        .Units.Units.Where(u => !u.Packing)
        .SelectMany(u => u.Forms.Prepend(u.Name), (unit, form) => (unit.Name, Form: Folding.Fold(form)))
        .ToLookup(f => f.Form, f => f.Name, StringComparer.Ordinal);

    /// <summary>The label; null when the answer says what the schema does not allow.</summary>
    public Label? Normalize(LabelAnswer answer)
    {
        var items = answer.Items.Select(Item).ToList();
        var language = Blank(answer.Language)?.ToLowerInvariant();
        if (
            !_intents.TryGetValue(answer.Intent.Trim(), out var intent)
            || items.Contains(null)
            || language is not (null or [>= 'a' and <= 'z', >= 'a' and <= 'z'])
            || answer.Confidence is not (>= 0 and <= 1)
        )
        {
            return null;
        }

        // A line that names neither product nor size is none; its amounts still say something, as the rules have it.
        var lines = items.Where(i => i!.Product is not null || i.Size is not null).Distinct().ToList();
        var first = lines.Concat(items).FirstOrDefault() ?? new();
        return new()
        {
            Intent = intent,
            Product = first.Product,
            Size = first.Size,
            GlaseoPercentage = first.GlaseoPercentage,
            Quantity = first.Quantity,
            QuantityUnit = first.QuantityUnit,
            Destination = Destination(answer.Destination),
            Items = lines!,
            Language = language,
            Confidence = answer.Confidence,
        };
    }

    // JSON may hold null where the type says that it cannot.
    private LabelItem? Item(LabelAnswerItem? item) =>
        item is not null
        && TryProduct(Blank(item.Product), out var product)
        && TrySize(Blank(item.Size), out var size)
        && TryUnit(Blank(item.QuantityUnit), out var unit)
        && IsNumber(item.GlaseoPercentage)
        && IsNumber(item.Quantity)
            ? new()
            {
                Product = product,
                Size = size,
                GlaseoPercentage = item.GlaseoPercentage,
                Quantity = item.Quantity,
                QuantityUnit = unit,
            }
            : null;

    private bool TryProduct(string? name, out string? product)
    {
        product = name is null ? null : _products.GetValueOrDefault(name) ?? Read(name, DomainKind.Product);
        return name is null || product is not null;
    }

    // Whether the catalog has the size is for the quality rules.
    private bool TrySize(string? name, out string? size)
    {
        size = name is null ? null : Read(name, DomainKind.Size) ?? name;
        return size is null or { Length: <= LongestSize };
    }

    private bool TryUnit(string? name, out string? unit)
    {
        unit = name is null ? null : _units[Folding.Fold(name)].FirstOrDefault();
        return name is null || unit is not null;
    }

    // JSON can write a number that is too large for a double, and that no queue message could carry on.
    private static bool IsNumber(double? number) => number is not { } value || double.IsFinite(value);

    private string? Destination(string? name) => Blank(name) is { } place ? Read(place, DomainKind.Place) ?? place : null;

    /// <summary>The catalog's word for a text that is one thing and nothing else.</summary>
    private string? Read(string text, DomainKind kind) =>
        reader.Read(text) is [var span] && span.Kind == kind && span.Length == text.Length ? span.Value : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
