namespace Cosecha.Datasets.Checks;

/// <summary>The tokens of a file's examples, as <see cref="TokenCounter"/> counts them.</summary>
/// <param name="Model">The model whose vocabulary and limit were taken.</param>
/// <param name="Limit">The most tokens that an example may have.</param>
/// <param name="Total">Tokens of all examples.</param>
/// <param name="AssistantTotal">Tokens of what the assistant says in them.</param>
/// <param name="PerExample">Tokens of an example; null without examples.</param>
/// <param name="AssistantPerExample">Tokens of what the assistant says in an example; null without examples.</param>
public sealed record TokenFigures(
    string Model,
    int Limit,
    long Total,
    long AssistantTotal,
    Distribution? PerExample,
    Distribution? AssistantPerExample
);
