namespace Cosecha.Cli.Import;

/// <summary>The histories that can be imported.</summary>
internal static class ImportFormats
{
    public const string WhatsApp = "whatsapp";
    public const string Sessions = "sessions";
    public const string JsonLines = "jsonl";

    public static readonly string[] All = [WhatsApp, Sessions, JsonLines];

    /// <summary>The format that a file's name tells; null when it tells none.</summary>
    public static string? Of(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".txt" or ".zip" => WhatsApp,
            ".json" => Sessions,
            ".jsonl" or ".ndjson" => JsonLines,
            _ => null,
        };
}
