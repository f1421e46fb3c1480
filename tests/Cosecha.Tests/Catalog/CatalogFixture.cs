using Cosecha.Catalog;

namespace Cosecha.Tests.Catalog;

/// <summary>The catalog that ships, loaded once.</summary>
public sealed class CatalogFixture
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "catalog");

    public static DomainCatalog Catalog { get; } = CatalogLoader.Load(Folder);

    public static DomainReader Reader { get; } = new(Catalog);

    /// <summary>Spans as text, such as <c>Size 16/20</c> or <c>Quantity 20 t</c>.</summary>
    public static IReadOnlyList<string> Read(string text) => [.. Reader.Read(text).Select(Describe)];

    private static string Describe(DomainSpan span)
    {
        var number = span.Number is { } value ? FormattableString.Invariant($" {value}") : "";
        return $"{span.Kind}{number}{(span.Value is null ? "" : " " + span.Value)}";
    }
}
