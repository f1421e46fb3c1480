using System.Text.Json.Serialization;

namespace Cosecha.Datasets.Checks;

/// <summary>What the checks of the fine-tuning services say about a file. It holds nothing of the file's text.</summary>
/// <param name="Format">What its lines are; null when no line says so.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Bom">Whether it begins with a byte order mark: Azure OpenAI asks for one, OpenAI does without.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Examples">Lines without an error; the figures are of these.</param>
/// <param name="Errors">How many errors were found.</param>
/// <param name="Warnings">How many warnings were found.</param>
/// <param name="Counts">All findings, by code.</param>
/// <param name="Findings">The first errors and the first warnings, in order of lines.</param>
/// <param name="MessagesPerExample">Messages of an example; null without examples.</param>
/// <param name="Tokens">Tokens of the examples.</param>
/// <param name="Training">What a training would come to.</param>
public sealed record FileCheck(
    DatasetFormat? Format,
    long Bytes,
    bool Bom,
    long Lines,
    long Examples,
    long Errors,
    long Warnings,
    IReadOnlyDictionary<FindingCode, long> Counts,
    IReadOnlyList<Finding> Findings,
    Distribution? MessagesPerExample,
    TokenFigures Tokens,
    TrainingEstimate Training
)
{
    /// <summary>Whether the services would take the file.</summary>
    [JsonIgnore]
    public bool IsClean => Errors == 0;
}
