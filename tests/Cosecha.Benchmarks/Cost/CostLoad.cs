using System.Globalization;

namespace Cosecha.Benchmarks.Cost;

/// <summary>
/// The messages of 40 users who write at once, a user's question and answer and the next question and answer in a row: the same stream of messages, posted in
/// requests of one size or another.
/// </summary>
internal sealed class CostLoad(string name)
{
    private const int UserCount = 40;

    private const int InARow = 4;

    private static readonly string[] s_texts =
    [
        "Buenas, necesito precio de HLSO 16/20 con 20% de glaseo, 10 toneladas para Houston",
        "HLSO 16/20, 20%, CFR Houston: USD 7,60/kg. ¿A nombre de quién hago la proforma?",
        "A nombre de Andrea Morales, andrea.morales@example.com, cel 099 123 4287",
        "Listo, proforma enviada. Quedo atento.",
    ];

    private int _next;

    public IReadOnlyList<string> Users { get; } = [.. Enumerable.Range(0, UserCount).Select(u => $"cost-{name}-{Letters(u)}")];

    /// <summary>The next messages of the stream.</summary>
    public IReadOnlyList<object> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => Message(_next++))];

    private object Message(int i)
    {
        var user = Users[i / InARow % UserCount];
        return new
        {
            messageId = string.Create(CultureInfo.InvariantCulture, $"m{i}"),
            conversationId = user,
            userId = user,
            role = i % 2 == 0 ? "user" : "assistant",
            content = s_texts[i % s_texts.Length],
            timestamp = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(i),
            channel = "whatsapp",
        };
    }

    private static string Letters(int n) => new((char)('a' + (n % 26)), 1 + (n / 26));
}
