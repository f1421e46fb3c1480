using Cosecha.Ai;
using Cosecha.Azure.OpenAI;
using Cosecha.Catalog;
using Cosecha.Labeling;
using Cosecha.Quality;
using Cosecha.Telemetry;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cosecha.AcceptanceTests.Ai;

/// <summary>The labeler with the real client in front of a <see cref="ModelServer"/>.</summary>
internal sealed class LabelerUnderTest : IDisposable
{
    private static readonly DomainCatalog Catalog = CatalogLoader.Load(new CatalogOptions().Path);
    private static readonly DomainReader Reader = new(Catalog);

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly PipelineMetrics _metrics;
    private readonly IChatClient _client;
    private readonly StructuredChat _chat;
    private readonly AiLabeler _model;
    private readonly MessageLabeler _labeler;

    /// <summary>Puts it together.</summary>
    /// <param name="url">Where the model is.</param>
    /// <param name="mode">One of <see cref="LabelingModes"/>.</param>
    /// <param name="timeoutSeconds">See <see cref="AiOptions.TimeoutSeconds"/>.</param>
    public LabelerUnderTest(string url, string mode = LabelingModes.Ai, int timeoutSeconds = 30)
    {
        var ai = new AiOptions
        {
            Endpoint = url,
            Model = "the-model",
            Key = "secret",
            TimeoutSeconds = timeoutSeconds,
            InputPricePerMillion = 0.5,
            OutputPricePerMillion = 2,
        };
        _metrics = ActivatorUtilities.CreateInstance<PipelineMetrics>(_services, TimeProvider.System);
        _client = ChatClients.Create(ai, new ConfigurationBuilder().Build());
        _chat = new(_client, Options.Create(ai), _metrics, new AiStatus(), TimeProvider.System);
        _model = new(_chat, Catalog, Reader, Options.Create(new CatalogOptions()), Options.Create(ai));
        var (labeling, quality) = (new LabelingOptions { Mode = mode }, new QualityOptions());
        _labeler = new(new RuleLabeler(Catalog, Reader), Options.Create(labeling), Options.Create(quality), _model);
    }

    /// <summary>What was counted today.</summary>
    public IReadOnlyDictionary<string, double> Counts => _metrics.Totals().Values.Single();

    /// <summary>What the rules alone say.</summary>
    public static Label ByRules(string text) => new RuleLabeler(Catalog, Reader).Label(text);

    /// <summary>Labels a text.</summary>
    public Task<LabelOutcome> LabelAsync(string text) => _labeler.LabelAsync(Reader.ReadText(text), TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _chat.Dispose();
        _client.Dispose();
        _metrics.Dispose();
        _services.Dispose();
    }
}
