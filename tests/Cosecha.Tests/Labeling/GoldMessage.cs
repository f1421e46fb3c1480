using System.Text.Json;
using Cosecha.Labeling;

namespace Cosecha.Tests.Labeling;

/// <summary>A line of messages.jsonl: an invented message with the label that is right.</summary>
public sealed record GoldMessage(string Id, string Text, bool Usable, Label Label)
{
    public static IReadOnlyList<GoldMessage> All { get; } = Read<GoldMessage>("messages.jsonl");

    public static IReadOnlyList<Observation> Observations { get; } = Read<Observation>("observations.jsonl");

    private static List<T> Read<T>(string file) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Labeling", file))
                .Select(line => JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!),
        ];
}
