using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Cosecha.Cli;

/// <summary>Turns JSON lines into JSON lines, one by one.</summary>
internal static class JsonLines
{
    /// <summary>Converts every line that is not blank, in order.</summary>
    /// <exception cref="JsonLineException">A line is not JSON or lacks a field.</exception>
    public static async Task ConvertAsync<TIn, TOut>(
        Stream input,
        Stream output,
        JsonTypeInfo<TIn> read,
        JsonTypeInfo<TOut> write,
        Func<TIn, Task<TOut>> convert,
        CancellationToken cancellationToken
    )
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await foreach (var line in ReadAsync(input, read, cancellationToken))
        {
            await writer.WriteLineAsync(JsonSerializer.Serialize(await convert(line), write).AsMemory(), cancellationToken);
        }
    }

    /// <summary>Reads every line that is not blank, in order.</summary>
    /// <exception cref="JsonLineException">A line is not JSON or lacks a field.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Stream input,
        JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var reader = new StreamReader(input, Encoding.UTF8);
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, number, type);
            }
        }
    }

    private static T Parse<T>(string line, int number, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(line, type) ?? throw new JsonLineException(number, "the line holds null");
        }
        catch (JsonException e)
        {
            throw new JsonLineException(number, $"not the JSON that is expected, at {e.Path ?? "$"}, byte {e.BytePositionInLine}");
        }
    }
}
