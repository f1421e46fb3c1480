using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Cosecha.Importing;

/// <summary>Reads JSON lines: each a message as <c>POST /api/messages</c> takes it, or a conversation with <c>messages</c>.</summary>
public sealed class JsonLinesReader(Func<TextReader> open) : IHistoryReader
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<HistoryReading> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = open();
        for (var number = 1; await text.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            foreach (var reading in string.IsNullOrWhiteSpace(line) ? [] : Read(number, line))
            {
                yield return reading;
            }
        }
    }

    private static IReadOnlyList<HistoryReading> Read(int number, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(number, document.RootElement);
        }
        catch (JsonException)
        {
            return [HistoryReading.Skip(number, SkipReasons.NotJson)];
        }
    }

    private static IReadOnlyList<HistoryReading> Read(int number, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("messages", out var list))
        {
            return [JsonEntry.Read(number, root, new(null, null, null, null))];
        }

        var around = JsonEntry.Context(root);
        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(m => JsonEntry.Read(number, m, around))]
            : [HistoryReading.Skip(number, SkipReasons.NotAMessage)];
    }
}
