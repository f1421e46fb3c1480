using Cosecha.Ai;
using Cosecha.Azure.OpenAI;
using Cosecha.Catalog;
using Cosecha.Labeling;
using Cosecha.Telemetry;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Cosecha.Cli;

/// <summary>The language model of the environment's settings, as a labeler, with all that it needs.</summary>
internal sealed class LabelModel : IDisposable
{
    private readonly PipelineMetrics _metrics = new(new Meters(), TimeProvider.System);
    private readonly IChatClient _client;
    private readonly StructuredChat _chat;

    /// <summary>Reads the settings and the prompt; no network call yet.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong or missing, or the prompt cannot be used.</exception>
    public LabelModel(
        LabelingOptions labeling,
        DomainCatalog catalog,
        DomainReader reader,
        IOptions<CatalogOptions> place,
        EnvironmentSettings settings
    )
    {
        var ai = settings.Read<AiOptions>(AiOptions.Section);
        EnvironmentSettings.Check(labeling, new LabelingValidation(ai, place));
        _client = ChatClients.Create(ai.Value, settings.Configuration);
        _chat = new(_client, ai, _metrics, new AiStatus(), TimeProvider.System);
        Labeler = new(_chat, catalog, reader, place, ai);
    }

    /// <summary>The labeler.</summary>
    public AiLabeler Labeler { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _chat.Dispose();
        _client.Dispose();
        _metrics.Dispose();
    }
}
