using System.Text.Json;

namespace Cosecha.Datasets;

/// <summary>A format of the exported files: where they lie and what a line looks like.</summary>
/// <param name="Folder">Folder within the version, with its slash; empty for the top.</param>
/// <param name="Line">From an example to a line, without its line break.</param>
public sealed record ExampleFormat(string Folder, Func<Example, byte[]> Line)
{
    /// <summary>The prompt/completion format.</summary>
    public static ExampleFormat Completion { get; } =
        new(
            "",
            example =>
                JsonSerializer.SerializeToUtf8Bytes(
                    new($"Usuario: {example.Question}\nAsistente:", $" {example.Answer}\n"),
                    DatasetJson.Plain.CompletionLine
                )
        );

    /// <summary>The chat format of OpenAI and Azure OpenAI.</summary>
    /// <param name="systemPrompt">The system message of each line, from the catalog.</param>
    public static ExampleFormat Chat(string systemPrompt) =>
        new(
            "chat/",
            example =>
                JsonSerializer.SerializeToUtf8Bytes(
                    new([new("system", systemPrompt), new("user", example.Question), new("assistant", example.Answer)]),
                    DatasetJson.Plain.ChatLine
                )
        );
}
