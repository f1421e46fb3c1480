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
    [Range(0.0, 0.5)]
    public double ValidShare { get; set; } = 0.1;

    /// <summary>How many questions with their answers a line of the chat format holds at most, <c>Export__MaxTurns</c>, 1 to 50. Default 4; 1 for no context.</summary>
    [Range(1, 50)]
    public int MaxTurns { get; set; } = 4;

    /// <summary>How many tokens a line of the chat format has at most, its context counted, <c>Export__MaxTokens</c>. Default 4,096.</summary>
    [Range(64, 128_000)]
    public int MaxTokens { get; set; } = 4_096;

    /// <summary>How many examples of one user a version holds at most, <c>Export__MaxPerUser</c>; 0, the default, for as many as there are.</summary>
    [Range(0, int.MaxValue)]
    public int MaxPerUser { get; set; }

    /// <summary>How many examples of one intent a version holds at most, <c>Export__MaxPerIntent</c>; 0, the default, for as many as there are.</summary>
    [Range(0, int.MaxValue)]
    public int MaxPerIntent { get; set; }

    /// <summary>
    /// Whether the files of the chat and preference formats begin with a byte order mark, <c>Export__Bom</c>: Azure OpenAI asks for one, OpenAI does
    /// without. Not set: as the service of the section <c>Ai</c> wants it, none without a service.
    /// </summary>
    public bool? Bom { get; set; }
}
