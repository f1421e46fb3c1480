using Cosecha.Anonymization;
using Cosecha.Catalog;
using Microsoft.Extensions.Options;

namespace Cosecha.Tests.Anonymization;

/// <summary>Anonymizers over the catalog of this repository; the default one is shared, for it is safe to share.</summary>
internal static class AnonymizerFixture
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "catalog");
    private static readonly DomainReader s_reader = new(CatalogLoader.Load(s_folder));

    public static Anonymizer Default { get; } = With(new AnonymizationOptions());

    public static DomainReader Reader => s_reader;

    public static string CatalogFolder => s_folder;

    public static Anonymizer With(AnonymizationOptions options) =>
        new(s_reader, Options.Create(new CatalogOptions { Path = s_folder }), Options.Create(options));

    public static string Anonymize(string text) => Default.Anonymize(text).Text;

    /// <summary>What the recognizers of forms make of a text, whatever the name model says of its words.</summary>
    public static string AnonymizeForms(string text) => Forms.Anonymize(text).Text;

    private static Anonymizer Forms { get; } =
        With(new AnonymizationOptions { OrgEnabled = false, Operators = { [PiiTypes.Person] = RedactionOperator.Keep } });
}
