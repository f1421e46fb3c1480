using System.ComponentModel.DataAnnotations;

namespace Cosecha.Quality;

/// <summary>Settings of the decision, section <c>Quality</c>.</summary>
public sealed class QualityOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Quality";

    /// <summary>The confidence, 0 to 1, under which a person reviews a label. Setting <c>Quality__ReviewBelow</c>; default 0.85, the bot's own threshold.</summary>
    [Range(0.0, 1.0)]
    public double ReviewBelow { get; set; } = 0.85;
}
