namespace Cosecha.Catalog;

/// <summary>One product of the catalog.</summary>
/// <param name="Name">Canonical name, unique in the catalog.</param>
/// <param name="PricePerKg">The range in which a price in USD per kilogram is believed.</param>
/// <param name="Sizes">Canonical sizes that are sold of it.</param>
/// <param name="Forms">What people call it; case, accents, hyphens and full stops do not matter.</param>
public sealed record Product(string Name, NumberRange PricePerKg, IReadOnlyList<string> Sizes, IReadOnlyList<string> Forms);
