using System.Text.Json;

namespace Cosecha.Requests;

/// <summary>The body of a request as JSON, or what is wrong with it.</summary>
/// <param name="Document">The JSON; the caller disposes it. Null when the body is none.</param>
/// <param name="Error">What is wrong with the body; null when nothing is.</param>
public sealed record JsonBody(JsonDocument? Document, FieldError? Error)
{
    /// <summary>Reads a body that must be a JSON object.</summary>
    /// <param name="body">The body.</param>
    /// <param name="maxBytes">Its size at most; reading stops there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<JsonBody> ReadAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(chunk, cancellationToken)) > 0; )
        {
            if (buffer.Length + read > maxBytes)
            {
                return new(null, new FieldError("body", $"is larger than {maxBytes} bytes", IsTooLarge: true));
            }

            buffer.Write(chunk, 0, read);
        }

        return Parse(buffer.ToArray());
    }

    private static JsonBody Parse(byte[] bytes)
    {
        try
        {
            var document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new(document, null);
            }

            document.Dispose();
            return new(null, new FieldError("body", "must be a JSON object"));
        }
        catch (JsonException)
        {
            return new(null, new FieldError("body", "is not JSON"));
        }
    }
}
