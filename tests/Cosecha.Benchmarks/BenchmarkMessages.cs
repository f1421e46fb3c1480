using System.Text.Json;

namespace Cosecha.Benchmarks;

/// <summary>Messages, one after the other and from the start again: the JSON lines of the file in the variable <c>COSECHA_MESSAGES</c>, or a handful of samples.</summary>
internal sealed class BenchmarkMessages
{
    private static readonly string[] s_samples =
    [
        "Hola, soy Maritza Intriago de Manta, necesito 20/30 para Houston, mi cel 099 123 4287",
        "cotízame HLSO 16/20 y 21/25, 42,000 lbs CFR Houston, glaseo 10%",
        "Que la proforma salga a nombre de Galo Benavides, RUC 1790733254001, Av. Juan Tanca Marengo Mz. 4 Solar 28",
        "Hi, this is Frank K. Guidry. We need 2 FCL of P&D IQF 31/35, quote to fguidry@example.com please",
        "me das 31 35 36 40 41 50 51 60 61 70 todo cocido?",
        "ok gracias, quedo pendiente",
    ];

    private readonly string[] _messages = Environment.GetEnvironmentVariable("COSECHA_MESSAGES") is { } file
        ? [.. File.ReadLines(file).Select(Text)]
        : s_samples;

    private int _next;

    /// <summary>The next message.</summary>
    public string Next() => _messages[_next++ % _messages.Length];

    private static string Text(string line)
    {
        using var row = JsonDocument.Parse(line);
        return row.RootElement.GetProperty("text").GetString()!;
    }
}
