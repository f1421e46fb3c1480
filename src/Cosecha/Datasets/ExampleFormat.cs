using System.Text.Json;

namespace Cosecha.Datasets;

/// <summary>A format of the exported files: where they lie and what a line looks like.</summary>
/// <param name="Folder">Folder within the version, with its slash; empty for the top.</param>
/// <param name="Line">From an example to a line, without its line break; null when the format has none for it.</param>
public sealed record ExampleFormat(string Folder, Func<Example, byte[]?> Line)
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
    public static ExampleFormat Chat { get; } =
        new(
            "chat/",
            example =>
                JsonSerializer.SerializeToUtf8Bytes(
                    new([.. example.Window.Before, ChatTurn.Assistant(example.Window.Answer)]),
                    DatasetJson.Plain.ChatLine
                )
        );

    /// <summary>The preference format of OpenAI and Azure OpenAI, for answers that a reviewer changed.</summary>
    public static ExampleFormat Preference { get; } =
        new("preference/", example => example.Window.Original is { } original ? PreferenceLine(example.Window, original) : null);

    /// <summary>All formats.</summary>
    public static IReadOnlyList<ExampleFormat> All { get; } = [Completion, Chat, Preference];

    private static byte[] PreferenceLine(Window window, string original) =>
        JsonSerializer.SerializeToUtf8Bytes(
            // Weights belong to supervised fine-tuning.
            new(
                new([.. window.Before.Select(turn => turn with { Weight = null })]),
                [ChatTurn.Assistant(window.Answer)],
                [ChatTurn.Assistant(original)]
            ),
            DatasetJson.Plain.PreferenceLine
        );
}
