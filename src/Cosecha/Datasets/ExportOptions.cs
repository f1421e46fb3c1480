using System.ComponentModel.DataAnnotations;

namespace Cosecha.Datasets;

/// <summary>Settings of the export, section <c>Export</c>. The schedule, <c>Export__Schedule</c>, is read by the host itself.</summary>
public sealed class ExportOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Export";

    /// <summary>Seed of the split, <c>Export__Seed</c>: the same seed puts a user on the same side every night. Default <c>cosecha</c>.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Export__Seed is empty: give it any text, and keep it.")]
    public string Seed { get; set; } = "cosecha";

    /// <summary>Share of the users whose examples go to the validation files, <c>Export__ValidShare</c>, 0 to 0.5. Default 0.1.</summary>
    [Range(0.0, 0.5, ErrorMessage = "Export__ValidShare must lie between 0 and 0.5.")]
    public double ValidShare { get; set; } = 0.1;
}
