using System.Text.Json;
using Cosecha.Cli.Client;
using Cosecha.Datasets;

namespace Cosecha.Cli.Datasets;

/// <summary>Which examples a version holds, and whose they are.</summary>
/// <param name="Examples">By the messages that each was made from, whether it is in the validation files.</param>
/// <param name="Users">The users' pseudonyms.</param>
internal sealed record Lineage(IReadOnlyDictionary<string, bool> Examples, IReadOnlySet<string> Users)
{
    private const string TrainFile = "train.jsonl";
    private const string ValidFile = "valid.jsonl";

    public static async Task<Lineage> ReadAsync(CosechaClient client, string version, CancellationToken cancellationToken)
    {
        var examples = new Dictionary<string, bool>(StringComparer.Ordinal);
        var users = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var line in client.ReadLinesAsync(version, LineageLine.FileName, cancellationToken))
        {
            var origin = JsonSerializer.Deserialize(line, DatasetJson.Default.LineageLine)!;
            var valid = origin.Lines.ContainsKey(ValidFile);
            // The lineage also tells of lines that are no examples, such as those of the intent files.
            if (valid || origin.Lines.ContainsKey(TrainFile))
            {
                examples[string.Join('\n', [origin.UserKey, origin.ConversationId, .. origin.MessageIds])] = valid;
                users.Add(origin.UserKey);
            }
        }

        return new(examples, users);
    }
}
