namespace Cosecha.Datasets;

/// <summary>A line of the prompt/completion format.</summary>
/// <param name="Prompt"><c>Usuario: …\nAsistente:</c></param>
/// <param name="Completion">The answer after one space, closed by a line break: where a model has to stop.</param>
public sealed record CompletionLine(string Prompt, string Completion);
