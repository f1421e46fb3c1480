using System.ComponentModel.DataAnnotations;

namespace Cosecha.FineTuning;

/// <summary>Settings of fine-tuning jobs, section <c>FineTune</c>. The service is that of the section <c>Ai</c>.</summary>
public sealed class FineTuneOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "FineTune";

    /// <summary>The model that is trained further, as the service calls it; empty for no fine-tuning.</summary>
    public string BaseModel { get; set; } = "";

    /// <summary>What the new model's name ends in; empty for the service's choice. At most 64 characters (OpenAI, "Create fine-tuning job").</summary>
    [RegularExpression("^[A-Za-z0-9-]{0,64}$", ErrorMessage = "FineTune__Suffix must be at most 64 letters, digits or dashes.")]
    public string Suffix { get; set; } = "";

    /// <summary>Seed of the job; null for the service's choice.</summary>
    [Range(0, int.MaxValue)]
    public int? Seed { get; set; }

    /// <summary>How often the examples are gone through; null for the service's choice.</summary>
    [Range(1, 25)]
    public int? Epochs { get; set; }
}
