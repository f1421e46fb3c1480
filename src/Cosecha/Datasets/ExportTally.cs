using Cosecha.Consent;
using Cosecha.Datasets.Reading;

namespace Cosecha.Datasets;

/// <summary>Counts what an export writes and leaves out.</summary>
public sealed class ExportTally
{
    private readonly SortedDictionary<string, int> _excluded = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _intents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _languages = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _labelers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _consentTexts = new(StringComparer.Ordinal);
    private int _labeled;
    private int _train;
    private int _valid;

    /// <summary>Counts user messages that become no example.</summary>
    public void Exclude(string reason, int count = 1)
    {
        if (count > 0)
        {
            Add(_excluded, reason, count);
        }
    }

    /// <summary>Counts a message with its label.</summary>
    public void IncludeLabel() => _labeled++;

    /// <summary>Counts an example.</summary>
    public void Include(Example example, ConsentState consent, bool valid)
    {
        _train += valid ? 0 : 1;
        _valid += valid ? 1 : 0;
        Add(_consentTexts, consent.Last.TextVersion);
        if (example.Label is { } label)
        {
            Add(_intents, label.Intent);
            Add(_languages, label.Language ?? "unknown");
        }

        if (example.Labeler is { } labeler)
        {
            Add(_labelers, string.Join(' ', ((string?[])[labeler.Name, labeler.Model, labeler.PromptVersion]).OfType<string>()));
        }
    }

    /// <summary>The manifest of what was read and written.</summary>
    internal Manifest ToManifest(
        string version,
        DateTimeOffset createdAt,
        ExportOptions options,
        ExportData data,
        IReadOnlyList<ManifestFile> files
    )
    {
        Exclude("no_consent", data.WithoutConsent);
        return new(
            version,
            createdAt,
            typeof(ExportTally).Assembly.GetName().Version!.ToString(3),
            options.Seed,
            options.ValidShare,
            data.Messages,
            data.Conversations,
            _train + _valid,
            _train,
            _valid,
            _excluded,
            files,
            [.. Warnings()]
        )
        {
            Labeled = _labeled,
            Contents = new(_intents, _languages, _labelers, _consentTexts),
        };
    }

    private static void Add(SortedDictionary<string, int> counts, string name, int count = 1) =>
        counts[name] = counts.GetValueOrDefault(name) + count;

    private IEnumerable<string> Warnings()
    {
        if (_train < ExportStage.MinExamples)
        {
            yield return $"{_train} training examples: fine-tuning services refuse fewer than {ExportStage.MinExamples}.";
        }

        if (_valid == 0 && _train > 0)
        {
            yield return "No validation examples: too few users for the share that was set.";
        }
    }
}
