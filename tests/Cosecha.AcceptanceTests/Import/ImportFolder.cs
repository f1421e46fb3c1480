namespace Cosecha.AcceptanceTests.Import;

/// <summary>A folder with a chat and a list of consents, and the command that imports them.</summary>
internal sealed class ImportFolder : IDisposable
{
    public const string Business = "Mar Azul Ventas";
    private readonly string _folder = Directory.CreateTempSubdirectory("cosecha-import-").FullName;

    /// <summary>The chat's file.</summary>
    public string Chat => Path.Combine(_folder, "chat.txt");

    /// <summary>The list of consents.</summary>
    public string Consents => Path.Combine(_folder, "consents.csv");

    /// <summary>What there is next to the chat.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(_folder).Select(f => Path.GetFileName(f)).Order();

    /// <summary>Writes the chat: a question and an answer a minute.</summary>
    public void WriteChat(string user, int pairs) =>
        File.WriteAllLines(
            Chat,
            Enumerable.Range(0, pairs).SelectMany(i => (string[])[$"{Time(i)}{user}: {Question(i)}", $"{Time(i)}{Business}: {Answer(i)}"])
        );

    public void WriteConsents(params IEnumerable<string> users) =>
        File.WriteAllLines(
            Consents,
            users.Select(u => $"{u},2025-01,es,2026-01-01T10:00:00-05:00").Prepend("userId,textVersion,language,at")
        );

    public static string Question(int number) => $"precio de HLSO 16/20 con {number % 30}% de glaseo\npara {number} toneladas a Houston";

    /// <summary>The arguments of the command.</summary>
    public IReadOnlyList<string> Command(Uri url, params IEnumerable<string> more) =>
        ["import", Chat, "--consents", Consents, "--assistant", Business, "--time-zone", "America/Guayaquil", "--url", $"{url}", .. more];

    /// <summary>Imports.</summary>
    public Task<(int Code, string Output, string Error)> RunAsync(Uri url, params IEnumerable<string> more) =>
        CosechaCommand.RunAsync(Command(url, more));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Answer(int number) =>
        $"HLSO 16/20 con {number % 30}% de glaseo: USD {4 + number % 30 / 100m:0.00}/lb CFR Houston";

    private static string Time(int minute) => $"{new DateTime(2026, 1, 31, 8, 0, 0).AddMinutes(minute):dd/MM/yyyy, HH:mm} - ";
}
