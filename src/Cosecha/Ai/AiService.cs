namespace Cosecha.Ai;

/// <summary>The kinds of services that run a language model.</summary>
public enum AiService
{
    /// <summary>Azure OpenAI, with a key or the app's managed identity.</summary>
    AzureOpenAI,

    /// <summary>OpenAI, or anything that speaks its protocol.</summary>
    OpenAI,
}
