namespace Cosecha.Catalog;

/// <summary>File <c>wording.json</c>: what people and the bot say around the business.</summary>
/// <param name="SystemPrompt">The system message of the chat export.</param>
/// <param name="Greetings">Greetings and what goes with them.</param>
/// <param name="Acknowledgements">Thanks, yes and no.</param>
/// <param name="Fillers">Words that carry nothing by themselves and may stand beside both.</param>
public sealed record Wording(
    string SystemPrompt,
    IReadOnlyList<string> Greetings,
    IReadOnlyList<string> Acknowledgements,
    IReadOnlyList<string> Fillers
);
