using Cosecha.Datasets;

namespace Cosecha.FineTuning;

/// <summary>The files of a version that a job is trained on.</summary>
internal static class FineTuneFiles
{
    public const string Training = "chat/train.jsonl";
    public const string Validation = "chat/valid.jsonl";

    /// <summary>Whether there is anything to validate with; a service refuses an empty file.</summary>
    public static bool HasValidation(Manifest version) => version.Files.Any(f => f.Name == Validation && f.Lines > 0);
}
