using Cosecha.Importing;
using Cosecha.Messages;
using CsCheck;

namespace Cosecha.Tests.Importing;

/// <summary>What a reader found, as text that a test can compare.</summary>
internal static class Reading
{
    /// <summary>Each entry on a line: where it stands, and the message or why there is none.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(IHistoryReader reader) =>
        [.. (await ListAsync(reader)).Select(r => $"{r.Line} {r.Skipped ?? Shown(r.Message!)}")];

    public static async Task<IReadOnlyList<HistoryReading>> ListAsync(IHistoryReader reader) =>
        await reader.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>One of some texts.</summary>
    public static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Shown(HistoryMessage message) =>
        $"{(message.Role == Role.User ? "user" : "assistant")} {message.UserId}: {message.Content.Replace("\n", "⏎", StringComparison.Ordinal)}";
}
