using System.IO.Compression;
using Cosecha.Importing;

namespace Cosecha.Tests.Importing;

public sealed class HistorySourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cosecha-").FullName;

    [Theory]
    [InlineData("_chat.txt")]
    [InlineData("WhatsApp Chat with Ana.txt", "IMG-1.jpg")]
    [InlineData("Chat de WhatsApp con Ana.txt", "nota.txt")]
    public void The_chat_is_found_in_its_archive(params string[] entries)
    {
        var source = new HistorySource(Zip(entries));
        for (var i = 0; i < 2; i++)
        {
            using var text = source.Open();
            text.ReadToEnd().ShouldBe($"¡{entries[0]}!");
        }
    }

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("a.txt", "b.txt")]
    public void An_archive_without_one_chat_is_refused(params string[] entries) =>
        Should.Throw<InvalidDataException>(() => new HistorySource(Zip(entries)).Open()).Message.ShouldStartWith("The archive holds ");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Zip(string[] entries)
    {
        var path = Path.Combine(_folder, "chat.zip");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var entry in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write($"¡{entry}!");
        }

        return path;
    }
}
