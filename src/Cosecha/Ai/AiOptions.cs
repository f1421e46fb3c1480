using System.ComponentModel.DataAnnotations;

namespace Cosecha.Ai;

/// <summary>Settings of the language model, section <c>Ai</c>. Without an endpoint there is none, and nothing leaves the app.</summary>
public sealed class AiOptions : IValidatableObject
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Ai";

    /// <summary>Address of the service, such as <c>https://NAME.openai.azure.com</c>; empty for none.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>How the service is spoken to.</summary>
    public AiService Service { get; set; } = AiService.AzureOpenAI;

    /// <summary>The deployment's name at Azure OpenAI, the model's name elsewhere.</summary>
    public string Model { get; set; } = "";

    /// <summary>The service's key. Empty: the app's managed identity at Azure OpenAI, no key elsewhere.</summary>
    public string Key { get; set; } = "";

    /// <summary>How many calls of this process run at once; the others wait.</summary>
    [Range(1, 100)]
    public int MaxConcurrentCalls { get; set; } = 4;

    /// <summary>How long one try of a call may take, in seconds.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Tokens that an answer may have; a longer one is cut off, and its message goes to review.</summary>
    [Range(16, 16_384)]
    public int MaxOutputTokens { get; set; } = 1_000;

    /// <summary>What a million tokens of questions cost, in USD; 0 when nobody wants to know.</summary>
    [Range(0.0, 10_000.0)]
    public double InputPricePerMillion { get; set; }

    /// <summary>What a million tokens of answers cost, in USD.</summary>
    [Range(0.0, 10_000.0)]
    public double OutputPricePerMillion { get; set; }

    /// <summary>Whether there is a model.</summary>
    public bool IsConfigured => Endpoint.Length > 0;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsConfigured)
        {
            yield break;
        }

        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            yield return new ValidationResult("Ai__Endpoint is no web address such as https://NAME.openai.azure.com.");
        }
        else if (uri.Scheme == "http" && !uri.IsLoopback)
        {
            yield return new ValidationResult("Ai__Endpoint must be https, unless the service is on this machine.");
        }

        if (Model.Length == 0)
        {
            yield return new ValidationResult(
                "Ai__Endpoint is set, but Ai__Model is not: name the deployment (Azure OpenAI) or the model (elsewhere)."
            );
        }
    }
}
