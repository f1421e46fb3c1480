using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cosecha.Messages;

namespace Cosecha.Failures;

/// <summary>A payload of any queue and schema, looked at without knowing its shape: a newer build may have written it.</summary>
internal sealed class AnyPayload
{
    private const string MessagesName = "messages";
    private const string RedriveName = "redrive";
    private const string WaitingName = "waitingSince";

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _batch;

    private AnyPayload(JsonObject batch, JsonArray messages) => (_batch, Messages) = (batch, messages);

    /// <summary>The messages in it.</summary>
    public JsonArray Messages { get; }

    /// <summary>What names each message: its message id, or the id of an order.</summary>
    public IReadOnlyList<string> Ids => [.. Messages.Select(m => Text(Header(m), "messageId") ?? Text(m, "id")).OfType<string>()];

    /// <summary>Set when it was taken back from a poison queue.</summary>
    public RedriveMark? Mark
    {
        get
        {
            try
            {
                return _batch[RedriveName].Deserialize(PipelineJson.Plain.RedriveMark);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>Reads a payload.</summary>
    /// <returns>Null for what nobody can read: it names no user.</returns>
    public static AnyPayload? Read(string payload)
    {
        try
        {
            return JsonNode.Parse(payload) is JsonObject batch && batch[MessagesName] is JsonArray messages ? new(batch, messages) : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The user key of a message; null when it names no user.</summary>
    public static string? UserKey(JsonNode? message) => Text(Header(message), "userKey");

    /// <summary>The grant of consent under which a message came; null when it names none.</summary>
    public static int? Grant(JsonNode? message) =>
        Header(message)?["grant"] is JsonValue value && value.TryGetValue<int>(out var grant) ? grant : null;

    /// <summary>Takes messages out.</summary>
    /// <returns>The payload of the rest; null when nothing is left.</returns>
    public string? Without(IReadOnlyCollection<JsonNode> gone)
    {
        foreach (var message in gone)
        {
            Messages.Remove(message);
        }

        return Messages.Count == 0 ? null : _batch.ToJsonString(s_plain);
    }

    /// <summary>Each message in a payload of its own, so that one that fails no longer holds up its neighbours.</summary>
    /// <param name="mark">What they carry from now on.</param>
    public IReadOnlyList<string> Singles(RedriveMark mark)
    {
        var marked = JsonSerializer.SerializeToNode(mark, PipelineJson.Plain.RedriveMark);
        return
        [
            .. Messages.Select(m =>
            {
                var single = _batch.DeepClone();
                (single[MessagesName], single[RedriveName]) = (new JsonArray(m?.DeepClone()), marked?.DeepClone());
                // In the poison queue it waited for a person and not for a service.
                single.AsObject().Remove(WaitingName);
                return single.ToJsonString(s_plain);
            }),
        ];
    }

    private static JsonObject? Header(JsonNode? message) => (message as JsonObject)?["header"] as JsonObject;

    private static string? Text(JsonNode? node, string name) =>
        node is JsonObject found && found[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
