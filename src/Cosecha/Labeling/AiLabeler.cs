using Cosecha.Ai;
using Cosecha.Catalog;
using Microsoft.Extensions.Options;

namespace Cosecha.Labeling;

/// <summary>Labels messages by a language model, which sees anonymized text only. Safe to share between threads.</summary>
public sealed class AiLabeler
{
    private readonly StructuredChat _chat;
    private readonly LabelNormalizer _normalizer;
    private readonly Question<LabelAnswer> _question;

    /// <summary>Reads the prompt.</summary>
    /// <exception cref="CatalogException">The prompt is missing, or is none.</exception>
    public AiLabeler(
        StructuredChat chat,
        DomainCatalog catalog,
        DomainReader reader,
        IOptions<CatalogOptions> place,
        IOptions<AiOptions> ai
    )
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(ai);
        (_chat, _normalizer) = (chat, new(catalog, reader));
        var prompt = LabelPrompt.Read(place.Value.Path);
        Labeler = new(Labeler.Ai, ai.Value.Model, prompt.Version);
        _question = new(
            "label",
            prompt.Fill(catalog),
            LabelSchema.Of(new(catalog)),
            AiJson.Default.LabelAnswer,
            answer => _normalizer.Normalize(answer) is not null
        );
    }

    /// <summary>What is kept with its labels.</summary>
    public Labeler Labeler { get; }

    /// <summary>Labels an anonymized text.</summary>
    /// <returns>The label, or the reason why there is none.</returns>
    /// <exception cref="AiUnavailableException">The service did not do its work.</exception>
    public async Task<AiReply<Label>> AskAsync(string anonymizedText, CancellationToken cancellationToken)
    {
        var reply = await _chat.AskAsync(_question, anonymizedText, cancellationToken);
        return reply.Value is { } answer ? new(_normalizer.Normalize(answer), null) : new(null, reply.Failure);
    }
}
