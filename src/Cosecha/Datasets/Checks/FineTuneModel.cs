namespace Cosecha.Datasets.Checks;

/// <summary>A model that can be fine-tuned.</summary>
/// <param name="Name">Its name without a date, as <c>gpt-4o-mini</c>.</param>
/// <param name="Encoding">The vocabulary in which it counts.</param>
/// <param name="TokenLimit">
/// The longest example in tokens: "Training example context length" of Azure OpenAI's table of models (<c>MicrosoftDocs/azure-ai-docs</c>,
/// articles/ai-services/openai/includes/fine-tune-models.md, as of November 2025).
/// </param>
public sealed record FineTuneModel(string Name, TokenEncoding Encoding, int TokenLimit)
{
    /// <summary>The model that is assumed unless another is named.</summary>
    public static FineTuneModel Default { get; } = new("gpt-4o-mini", TokenEncoding.O200kBase, 65_536);

    /// <summary>The known models.</summary>
    public static IReadOnlyList<FineTuneModel> All { get; } =
    [
        Default,
        new("gpt-4o", TokenEncoding.O200kBase, 65_536),
        new("gpt-4.1", TokenEncoding.O200kBase, 65_536),
        new("gpt-4.1-mini", TokenEncoding.O200kBase, 65_536),
        new("gpt-4.1-nano", TokenEncoding.O200kBase, 32_768),
        new("o4-mini", TokenEncoding.O200kBase, 65_536),
        new("gpt-4", TokenEncoding.Cl100kBase, 8_192),
        new("gpt-3.5-turbo", TokenEncoding.Cl100kBase, 16_385),
        new("gpt-35-turbo", TokenEncoding.Cl100kBase, 16_385),
    ];

    /// <summary>The model of a name, with or without its date: <c>gpt-4o-mini-2024-07-18</c>. Null for one that is not known.</summary>
    public static FineTuneModel? Find(string name) => All.Where(model => model.Means(name)).MaxBy(model => model.Name.Length);

    private bool Means(string name) =>
        name.StartsWith(Name, StringComparison.OrdinalIgnoreCase) && (name.Length == Name.Length || name[Name.Length] == '-');
}
