namespace Cosecha.Labeling;

/// <summary>Who gave a label; kept with it.</summary>
/// <param name="Name"><see cref="Rules"/> or <see cref="Ai"/>.</param>
/// <param name="Model">The deployment or model, see <see cref="Cosecha.Ai.AiOptions.Model"/>; null for the rules.</param>
/// <param name="PromptVersion">See <see cref="LabelPrompt.Version"/>; null for the rules.</param>
public sealed record Labeler(string Name, string? Model = null, string? PromptVersion = null)
{
    /// <summary>The name of the rules.</summary>
    public const string Rules = "rules";

    /// <summary>The name of the language model.</summary>
    public const string Ai = "ai";

    /// <summary>The rules of the catalog.</summary>
    public static Labeler ByRules { get; } = new(Rules);
}
