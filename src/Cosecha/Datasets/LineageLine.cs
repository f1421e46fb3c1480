using System.Text.Json.Serialization;

namespace Cosecha.Datasets;

/// <summary>A line of <see cref="FileName"/>: where an example stands and whose it is.</summary>
/// <param name="Lines">Its line in each file, counted from 1.</param>
/// <param name="UserKey">The user's pseudonym.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="MessageIds">The messages that it was made from: of an example the question and the answer.</param>
/// <param name="ContextIds">The messages around them that the line of the chat format holds, too; null when there are none.</param>
public sealed record LineageLine(
    IReadOnlyDictionary<string, int> Lines,
    string UserKey,
    string ConversationId,
    IReadOnlyList<string> MessageIds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? ContextIds = null
)
{
    /// <summary>The file of a version that holds these lines.</summary>
    public const string FileName = "lineage.jsonl";
}
