using System.Security.Cryptography;
using System.Text;
using Cosecha.Ai;
using Cosecha.Catalog;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Cosecha.Labeling;

/// <summary>Labels messages by a language model, which sees anonymized text only. Safe to share between threads.</summary>
public sealed class AiLabeler : IDisposable
{
    private const int CachedLabels = 10_000;

    // The model behind a deployment's name may change.
    private static readonly TimeSpan s_cachedFor = TimeSpan.FromDays(1);

    private readonly StructuredChat _chat;
    private readonly LabelNormalizer _normalizer;
    private readonly Question<LabelAnswer> _question;
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = CachedLabels });

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

    /// <summary>Labels an anonymized text; one that was labeled within a day is not asked about again.</summary>
    /// <returns>The label, or the reason why there is none.</returns>
    /// <exception cref="AiUnavailableException">The service did not do its work.</exception>
    public async Task<AiReply<Label>> AskAsync(string anonymizedText, CancellationToken cancellationToken)
    {
        // The cache is this labeler's own, with one question, prompt and model: only the text tells its entries apart.
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(anonymizedText)));
        if (_cache.TryGetValue(key, out Label? known))
        {
            return new(known, null);
        }

        var reply = await _chat.AskAsync(_question, anonymizedText, cancellationToken);
        if (reply.Value is not { } answer)
        {
            return new(null, reply.Failure);
        }

        var label = _normalizer.Normalize(answer);
        using var entry = _cache.CreateEntry(key);
        (entry.Value, entry.Size, entry.AbsoluteExpirationRelativeToNow) = (label, 1, s_cachedFor);
        return new(label, null);
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();
}
