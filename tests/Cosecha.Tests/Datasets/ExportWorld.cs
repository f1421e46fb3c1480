using Cosecha.Catalog;
using Cosecha.Consent;
using Cosecha.Datasets;
using Cosecha.Datasets.Cleaning;
using Cosecha.Datasets.Reading;
using Cosecha.Labeling;
using Cosecha.Messages;
using Cosecha.Tests.Catalog;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Datasets;

/// <summary>What an export reads and writes, in memory; any call to a port may be the process's last.</summary>
internal sealed class ExportWorld
{
    public static DomainCatalog Catalog => CatalogFixture.Catalog;

    public FakeTimeProvider Clock { get; } = new(Sample.Noon);

    public InMemoryConsentStore Consents { get; } = new();

    public InMemoryMessageStore Messages { get; } = new();

    public InMemoryDatasetStore Datasets { get; } = new();

    public InMemoryLineageIndex Lineage { get; } = new();

    public InMemoryDatasetLock Lock { get; } = new();

    public Faults Faults { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task GrantAsync(string user) => Consents.UpdateAsync(user, _ => Sample.Consent(user), Token);

    /// <summary>Stores a conversation of an agreeing user: question, answer, question, and so on, a minute apart.</summary>
    public async Task StoreAsync(string user, string conversation, params string[] turns)
    {
        await GrantAsync(user);
        await Messages.AddAsync([.. turns.Select((text, i) => Turn(user, conversation, i, text))], Token);
    }

    public Task StoreAsync(params StoredMessage[] messages) => Messages.AddAsync(messages, Token);

    /// <summary>A message of a conversation; those with even numbers are the user's.</summary>
    public static StoredMessage Turn(string user, string conversation, int number, string text) =>
        Sample.Stored(Sample.Header(user, conversation, $"m{number}", number % 2 == 0 ? Role.User : Role.Assistant, number), text);

    public static Label Label(string intent = Intents.Pricing, double confidence = 0.9) =>
        new()
        {
            Intent = intent,
            Language = "es",
            Confidence = confidence,
        };

    public async Task<Manifest> ExportAsync(ExportOptions? options = null) => (await RunAsync(options)).Manifest;

    public async Task<ExportResult> RunAsync(ExportOptions? options = null)
    {
        Clock.Advance(TimeSpan.FromDays(1));
        return (await Stage(options ?? new()).RunAsync(TimeSpan.Zero, Token))!;
    }

    /// <summary>What tells the files of a version from those of another.</summary>
    public static IEnumerable<(string, int, long, string)> Files(Manifest manifest) =>
        manifest.Files.Select(f => (f.Name, f.Lines, f.Bytes, f.Sha256));

    public string Text(Manifest manifest, string file) => Datasets.Text(manifest.Folder, file);

    private ExportStage Stage(ExportOptions options)
    {
        var (datasets, lineage) = (Faults.In<IDatasetStore>(Datasets), Faults.In<ILineageIndex>(Lineage));
        return new(
            new ExportReader(Faults.In<IMessageStore>(Messages), NearDuplicatesFixture.Fingerprints),
            new NearDuplicates(NearDuplicatesFixture.Fingerprints),
            Faults.In<IConsentStore>(Consents),
            datasets,
            lineage,
            Faults.In<IDatasetLock>(Lock),
            new DatasetTidy(datasets, lineage),
            Catalog,
            Options.Create(options),
            Sample.Metrics(),
            Clock
        );
    }
}
