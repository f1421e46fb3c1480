using System.Globalization;

namespace Cosecha.Benchmarks.Flow;

/// <summary>What is posted: 2,000 messages of 40 users, a user's 50 messages in batches of ten, as a bot sends what piled up.</summary>
internal sealed record Load(IReadOnlyList<string> Users, IReadOnlyList<IReadOnlyList<object>> Batches)
{
    public const int Messages = 2_000;
    public const int BatchSize = 10;
    public const int Senders = 8;

    private const int UserCount = 40;

    private static readonly string[] Texts =
    [
        "Buenas, necesito precio de HLSO 16/20 con 20% de glaseo, 10 toneladas para Houston",
        "HLSO 16/20, 20%, CFR Houston: USD 7,60/kg. ¿A nombre de quién hago la proforma?",
        "A nombre de Andrea Morales, andrea.morales@example.com, cel 099 123 4287",
        "Listo, proforma enviada. Quedo atento.",
        "¿Tienen P&D IQF 21/25 en cajas de 10x2 kg? Serían 24.000 libras para Miami",
    ];

    public static Load Create(int round)
    {
        var users = Enumerable.Range(0, UserCount).Select(u => $"bench-{Letters(round)}-{Letters(u)}").ToList();
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var messages = users.SelectMany(user => Enumerable.Range(0, Messages / UserCount).Select(i => Message(user, i, start)));
        return new(users, [.. messages.Chunk(BatchSize)]);
    }

    private static object Message(string user, int i, DateTimeOffset start) =>
        new
        {
            messageId = string.Create(CultureInfo.InvariantCulture, $"m{i}"),
            conversationId = user,
            userId = user,
            role = i % 2 == 0 ? "user" : "assistant",
            content = Texts[i % Texts.Length],
            timestamp = start.AddMinutes(i),
            channel = "whatsapp",
        };

    private static string Letters(int n) => new((char)('a' + (n % 26)), 1 + (n / 26));
}
