using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Cosecha.Importing;

/// <summary>The lines of a list of consents.</summary>
internal static class ConsentRows
{
    /// <summary>Reads CSV (RFC 4180, with commas or, as spreadsheets in Spanish write it, semicolons; a field ends on its line).</summary>
    public static async IAsyncEnumerable<ConsentRow> ReadCsvAsync(
        TextReader text,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var header = await text.ReadLineAsync(cancellationToken) ?? throw new InvalidDataException("The consent list is empty.");
        var separator = header.Contains(',', StringComparison.Ordinal) ? ',' : ';';
        var names = Split(header, separator);
        for (var number = 2; await text.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var (row, values) = (new ConsentRow(number), Split(line, separator));
            if (values.Count != names.Count)
            {
                throw row.Wrong($"has {values.Count} fields, but line 1 names {names.Count}");
            }

            foreach (var (name, value) in names.Zip(values))
            {
                row.Set(name, value);
            }

            yield return row;
        }
    }

    /// <summary>Reads JSON lines.</summary>
    public static async IAsyncEnumerable<ConsentRow> ReadJsonAsync(
        TextReader text,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (var number = 1; await text.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return FromJson(new(number), line);
            }
        }
    }

    private static ConsentRow FromJson(ConsentRow row, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                row.Set(property.Name, Value(property.Value) ?? throw row.Wrong("has a field that is neither a text nor a list of texts"));
            }

            return row;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw row.Wrong("is not a JSON object");
        }
    }

    private static string? Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => "",
            JsonValueKind.Array when value.GetArrayLength() > 0 && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) =>
                string.Join(' ', value.EnumerateArray().Select(v => v.GetString())),
            _ => null,
        };

    private static List<string> Split(string line, char separator)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == separator && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
