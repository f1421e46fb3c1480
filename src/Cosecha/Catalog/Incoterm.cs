namespace Cosecha.Catalog;

/// <summary>A term of trade.</summary>
/// <param name="Name">Canonical name, such as <c>CFR</c>.</param>
/// <param name="Forms">What people write.</param>
/// <param name="Origin">Whether the place after it is where the goods leave, not where they go.</param>
public sealed record Incoterm(string Name, IReadOnlyList<string> Forms, bool Origin);
