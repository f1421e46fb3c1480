using System.ComponentModel.DataAnnotations;

namespace Cosecha.Labeling;

/// <summary>Settings of the labeling, section <c>Labeling</c>.</summary>
public sealed class LabelingOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Labeling";

    /// <summary>One of <see cref="LabelingModes"/>. Setting <c>Labeling__Mode</c>; default <c>rules</c>.</summary>
    [AllowedValues(
        LabelingModes.Rules,
        LabelingModes.Ai,
        LabelingModes.Cascade,
        ErrorMessage = "Labeling__Mode must be rules, ai or cascade."
    )]
    public string Mode { get; set; } = LabelingModes.Rules;

    /// <summary>Whether the language model may be asked.</summary>
    public bool UsesModel => Mode != LabelingModes.Rules;
}
