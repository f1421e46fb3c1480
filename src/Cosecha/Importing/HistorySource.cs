using System.IO.Compression;
using System.Text;

namespace Cosecha.Importing;

/// <summary>The text of an exported history: a file, or the one text in a <c>.zip</c>.</summary>
public sealed class HistorySource(string path)
{
    private static readonly string[] s_chatNames = ["_chat", "WhatsApp Chat", "Chat de WhatsApp"];

    /// <summary>Opens it from its beginning.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged or does not hold one chat.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public TextReader Open()
    {
        if (!Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return new StreamReader(path, Encoding.UTF8);
        }

        var archive = ZipFile.OpenRead(path);
        try
        {
            return new ZippedText(archive, Choose(archive));
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    private static ZipArchiveEntry Choose(ZipArchive archive)
    {
        var texts = archive.Entries.Where(e => e.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)).ToList();
        // A chat's attachments may be texts as well.
        var chats =
            texts.Count == 1 ? texts : texts.Where(e => s_chatNames.Any(n => e.Name.StartsWith(n, StringComparison.Ordinal))).ToList();
        return chats.Count == 1
            ? chats[0]
            : throw new InvalidDataException($"The archive holds {texts.Count} texts; take out the chat and import that.");
    }

    private sealed class ZippedText(ZipArchive archive, ZipArchiveEntry entry) : StreamReader(entry.Open(), Encoding.UTF8)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
            {
                archive.Dispose();
            }
        }
    }
}
