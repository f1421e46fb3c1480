namespace Cosecha.Datasets.Checks;

/// <summary>How large an example is.</summary>
/// <param name="Messages">Its messages.</param>
/// <param name="Tokens">Tokens that are trained on.</param>
/// <param name="Longest">Tokens that the model sees at once, for which the limit holds.</param>
/// <param name="AssistantTokens">Tokens of what the assistant says.</param>
internal readonly record struct ExampleSize(int Messages, int Tokens, int Longest, int AssistantTokens);
