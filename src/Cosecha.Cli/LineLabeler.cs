using Cosecha.Anonymization;
using Cosecha.Catalog;
using Cosecha.Filtering;
using Cosecha.Labeling;
using Cosecha.Quality;
using Microsoft.Extensions.Options;

namespace Cosecha.Cli;

/// <summary>Labels lines as the app would: what goes to the language model is anonymized and filtered first.</summary>
internal sealed class LineLabeler : IDisposable
{
    private readonly DomainReader _reader;
    private readonly RuleLabeler _rules;
    private readonly MessageLabeler _labeler;
    private readonly Anonymizer? _anonymizer;
    private readonly LabelModel? _model;

    /// <summary>Reads the catalog and the environment's settings.</summary>
    /// <param name="mode">One of <see cref="LabelingModes"/>.</param>
    /// <param name="place">Where the catalog is.</param>
    /// <exception cref="CatalogException">The catalog cannot be used.</exception>
    /// <exception cref="OptionsValidationException">A setting is wrong or missing.</exception>
    public LineLabeler(string mode, CatalogOptions place)
    {
        var settings = new EnvironmentSettings();
        var (labeling, catalog) = (new LabelingOptions { Mode = mode }, CatalogLoader.Load(place.Path));
        _reader = new(catalog);
        _rules = new(catalog, _reader);
        if (labeling.UsesModel)
        {
            var anonymization = settings.Read<AnonymizationOptions>(AnonymizationOptions.Section);
            _anonymizer = new(_reader, Options.Create(place), anonymization);
            _model = new(labeling, catalog, _reader, Options.Create(place), settings);
        }

        _labeler = new(_rules, Options.Create(labeling), settings.Read<QualityOptions>(QualityOptions.Section), _model?.Labeler);
    }

    /// <summary>Labels a line.</summary>
    public async Task<LabelLine> LabelAsync(TextLine line, CancellationToken cancellationToken)
    {
        var text = _reader.ReadText(_anonymizer?.Anonymize(line.Text).Text ?? line.Text);
        var reason = RelevanceFilter.DiscardReason(text);
        var (label, labeler, doubts) = reason is null
            ? await _labeler.LabelAsync(text, cancellationToken)
            : new(_rules.Label(text), Labeler.ByRules, []);
        return new(line.Id, reason is null, reason, label, labeler, doubts);
    }

    /// <inheritdoc/>
    public void Dispose() => _model?.Dispose();
}
