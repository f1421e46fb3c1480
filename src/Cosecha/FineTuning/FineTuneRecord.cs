namespace Cosecha.FineTuning;

/// <summary>A fine-tuning job and the version that it is trained on. It holds nothing of a person.</summary>
/// <param name="Id">Names the job here: the version, a dash and 16 hex digits of what was asked for.</param>
/// <param name="Version">The data set version.</param>
/// <param name="Revision">The version's revision whose files were uploaded.</param>
/// <param name="BaseModel">The model that is trained further.</param>
/// <param name="Status">How far it is, see <see cref="FineTuneStatus"/>.</param>
/// <param name="CreatedAt">When it was asked for, UTC.</param>
/// <param name="UpdatedAt">When its state was last written, UTC.</param>
public sealed record FineTuneRecord(
    string Id,
    string Version,
    int Revision,
    string BaseModel,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
)
{
    /// <summary>The training file's id at the service; null before it is there.</summary>
    public string? TrainingFile { get; init; }

    /// <summary>The validation file's id at the service; null without one.</summary>
    public string? ValidationFile { get; init; }

    /// <summary>Whether the uploaded files are deleted at the service.</summary>
    public bool FilesDeleted { get; init; }

    /// <summary>The job's id at the service; null before it is started.</summary>
    public string? Job { get; init; }

    /// <summary>The new model's name; null before there is one.</summary>
    public string? FineTunedModel { get; init; }

    /// <summary>Tokens that were billed; null before the end.</summary>
    public long? TrainedTokens { get; init; }

    /// <summary>Why there is no model: the service's code, or <c>version_changed</c>, or <c>file_refused</c>.</summary>
    public string? Error { get; init; }

    /// <summary>When it ended, UTC; null until then.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The state of the row that this was read from; null for one that is not stored yet.</summary>
    public string? Tag { get; init; }
}
