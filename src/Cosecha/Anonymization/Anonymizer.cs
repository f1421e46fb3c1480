using Cosecha.Anonymization.Names;
using Cosecha.Catalog;
using Microsoft.Extensions.Options;

namespace Cosecha.Anonymization;

/// <summary>
/// Replaces what is personal in a text and leaves what is business. First the catalog's stretches are read, which no rule may cut;
/// then each recognizer reports what it sees; overlaps are settled; what remains is replaced. Safe to share between threads.
/// </summary>
public sealed class Anonymizer
{
    /// <summary>The score from which a finding in anonymized text is a leak rather than a doubt.</summary>
    private const double Strong = 0.8;

    private readonly MessageReader _reader;
    private readonly AnonymizationOptions _options;
    private readonly Replacements _replacements;
    private readonly NameRecognizer _names;

    /// <summary>Loads the word lists; takes some tens of milliseconds, so keep the anonymizer.</summary>
    /// <param name="reader">Reads the business in a text.</param>
    /// <param name="catalog">Where the catalog's folder is: its <c>names</c> and <c>privacy</c> are read.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="IOException">A list is missing.</exception>
    public Anonymizer(DomainReader reader, IOptions<CatalogOptions> catalog, IOptions<AnonymizationOptions> options)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _replacements = new Replacements(_options);
        _reader = new MessageReader(reader, catalog.Value.Path, _options);
        _names = new NameRecognizer(NameModel.Load(Path.Combine(catalog.Value.Path, "names", "model.bin")));
    }

    /// <summary>Whether the settings number the values of any type, so that texts of one conversation need one scope.</summary>
    public bool NeedsScope => _replacements.NeedsScope;

    /// <summary>Anonymizes a text on its own. Never throws on any text.</summary>
    public AnonymizedText Anonymize(string text) => Anonymize(text, null);

    /// <summary>Anonymizes a text of a conversation.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="scope">Within which the operator <see cref="RedactionOperator.Numbered"/> numbers values; null for this text alone.</param>
    public AnonymizedText Anonymize(string text, RedactionScope? scope)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = Find(text);
        if (findings.Count == 0)
        {
            return new AnonymizedText(text, []);
        }

        return _replacements.Apply(new AnonymizedText(text, []), findings, NeedsScope ? scope ?? new RedactionScope() : scope);
    }

    /// <summary>
    /// Whether an anonymized text still holds something that is surely personal: such a message goes to review with the reason
    /// <c>residual_pii</c>. Types that the settings keep or replace with made-up values do not count.
    /// </summary>
    public bool HasResidual(string anonymized)
    {
        ArgumentNullException.ThrowIfNull(anonymized);
        foreach (var finding in Find(anonymized))
        {
            var counts = _options.OperatorFor(finding.Type) is not (RedactionOperator.Keep or RedactionOperator.Surrogate);
            if (counts && finding.Type != PiiTypes.Org && finding.Score >= Strong)
            {
                return true;
            }
        }

        return false;
    }

    private List<Finding> Find(string text)
    {
        var (message, findings) = (AnonymizerWorkspace.Current.Message, AnonymizerWorkspace.Current.Findings);
        _reader.Read(text, message, findings);
        _names.Recognize(message, findings);
        FindingResolver.Resolve(findings, message.Domain, _options.Threshold);
        return findings;
    }
}
