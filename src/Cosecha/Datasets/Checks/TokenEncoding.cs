namespace Cosecha.Datasets.Checks;

/// <summary>The vocabulary in which a model counts (<c>openai/tiktoken</c>, tiktoken/model.py).</summary>
public enum TokenEncoding
{
    /// <summary>GPT-4o, GPT-4.1, o4 and later.</summary>
    O200kBase,

    /// <summary>GPT-3.5 and GPT-4.</summary>
    Cl100kBase,
}
