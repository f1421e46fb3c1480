using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cosecha.Anonymization;

namespace Cosecha.Cli;

/// <summary>Anonymizes lines as they come, so that a file of any size works: order kept, fields it does not know passed through.</summary>
internal sealed class AnonymizedLines(Anonymizer anonymizer, bool plain, TextWriter? explanations)
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Dictionary<string, RedactionScope> _scopes = new(StringComparer.Ordinal);

    /// <summary>Reads to the end.</summary>
    /// <returns>0; 1 when a line could not be read, after the lines before it were written.</returns>
    public async Task<int> RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input, Encoding.UTF8);
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16) { NewLine = "\n" };
        var number = 0;
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            number++;
            if (!plain && string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var result = plain ? Plain(line, number) : Json(line, number);
            if (result == null)
            {
                await Console.Error.WriteLineAsync($"line {number}: not a JSON object with a string \"text\"").ConfigureAwait(false);
                return 1;
            }

            await writer.WriteLineAsync(result.AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        return 0;
    }

    private string Plain(string line, int number)
    {
        var result = anonymizer.Anonymize(line);
        Explain(number.ToString(CultureInfo.InvariantCulture), result);
        return result.Text;
    }

    private string? Json(string line, int number)
    {
        if (Parse(line) is not { } row || row["text"] is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            return null;
        }

        var result = anonymizer.Anonymize(text, ScopeOf(row));
        row["text"] = result.Text;
        row["redactions"] = new JsonArray([.. result.Redactions.Select(Node)]);
        Explain(row["id"]?.ToString() ?? number.ToString(CultureInfo.InvariantCulture), result);
        return row.ToJsonString(s_json);
    }

    private static JsonObject? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private RedactionScope ScopeOf(JsonObject row)
    {
        if (row["conversationId"]?.ToString() is not { } conversation)
        {
            return new RedactionScope();
        }

        if (!_scopes.TryGetValue(conversation, out var scope))
        {
            _scopes[conversation] = scope = new RedactionScope();
        }

        return scope;
    }

    private static JsonNode Node(Redaction redaction) =>
        new JsonObject
        {
            ["type"] = redaction.Type,
            ["placeholder"] = redaction.Placeholder,
            ["start"] = redaction.Start,
            ["detector"] = redaction.Detector,
            ["score"] = Math.Round(redaction.Score, 3),
            ["reason"] = redaction.Reason,
        };

    private void Explain(string id, AnonymizedText result)
    {
        foreach (var redaction in explanations == null ? [] : result.Redactions)
        {
            explanations!.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{id}\t{redaction.Start}\t{redaction.Placeholder}\t{redaction.Detector}\t{redaction.Score:0.00}\t{redaction.Reason}"
                )
            );
        }
    }
}
