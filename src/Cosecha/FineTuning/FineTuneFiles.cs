using Cosecha.Datasets;

namespace Cosecha.FineTuning;

/// <summary>The files of a version that a job is trained on.</summary>
internal static class FineTuneFiles
{
    /// <summary>What is learned.</summary>
    public const string Training = "chat/train.jsonl";

    /// <summary>With what the service measures it, if there is enough of it.</summary>
    public const string Validation = "chat/valid.jsonl";

    /// <summary>The files to upload: a service refuses one with fewer than <see cref="ExportStage.MinExamples"/> examples, and a job does without validation.</summary>
    public static IReadOnlyList<string> Of(Manifest version) => HasValidation(version) ? [Training, Validation] : [Training];

    /// <summary>Whether there is enough to validate with.</summary>
    public static bool HasValidation(Manifest version) =>
        version.Files.Any(f => f.Name == Validation && f.Lines >= ExportStage.MinExamples);
}
