using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Cosecha.Importing;

/// <summary>
/// Reads the <c>sessions.json</c> of the Python bot: an object of sessions by user id, each with <c>conversation_history</c>, a list of <c>role</c> and
/// <c>content</c>, the last twenty messages, and <c>last_activity</c>, seconds since 1970. What it says about consent is not read: a list of the operator's decides.
/// </summary>
public sealed class SessionsReader(Func<TextReader> open) : IHistoryReader
{
    private static readonly string[] s_histories = ["conversation_history", "conversation", "history", "messages"];

    /// <inheritdoc/>
    public async IAsyncEnumerable<HistoryReading> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var document = await ParseAsync(cancellationToken);
        foreach (var (index, session) in Sessions(document.RootElement).Index())
        {
            foreach (var reading in Read(index + 1, session))
            {
                yield return reading;
            }
        }
    }

    private async Task<JsonDocument> ParseAsync(CancellationToken cancellationToken)
    {
        using var text = open();
        try
        {
            return JsonDocument.Parse(await text.ReadToEndAsync(cancellationToken));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The file is not JSON, at line {e.LineNumber + 1}.");
        }
    }

    private static JsonElement.ObjectEnumerator Sessions(JsonElement root)
    {
        var isWrapped =
            root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("sessions", out var inner)
            && inner.ValueKind == JsonValueKind.Object;
        var sessions = isWrapped ? root.GetProperty("sessions") : root;
        return sessions.ValueKind == JsonValueKind.Object
            ? sessions.EnumerateObject()
            : throw new InvalidDataException("The file is not an object of sessions by user id.");
    }

    private static IEnumerable<HistoryReading> Read(int number, JsonProperty session)
    {
        var history = s_histories.Select(h => Member(session.Value, h)).FirstOrDefault(h => h.ValueKind == JsonValueKind.Array);
        var isSession = session.Value.ValueKind == JsonValueKind.Object;
        if (!isSession || history.ValueKind != JsonValueKind.Array || history.GetArrayLength() == 0)
        {
            return [HistoryReading.Skip(number, isSession ? SkipReasons.NoMessages : SkipReasons.NotAMessage)];
        }

        // The messages have no times. They end with the last activity, and a millisecond between them keeps their order.
        var count = history.GetArrayLength();
        var end = JsonTime.Read(session.Value, "last_activity");
        var user = Name(session);
        return history
            .EnumerateArray()
            .Select((m, i) => JsonEntry.Read(number, m, new(user, null, null, end?.AddMilliseconds(i + 1 - count))));
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string? Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON allows it, UTF-8 does not.
            return null;
        }
    }
}
