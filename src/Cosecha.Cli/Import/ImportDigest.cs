using System.Security.Cryptography;
using System.Text;
using Cosecha.Importing;

namespace Cosecha.Cli.Import;

/// <summary>Tells whether the beginning of a history is the one that was imported before, in the same way.</summary>
internal sealed class ImportDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="how">Everything that decides what is posted, and where.</param>
    public ImportDigest(IEnumerable<string> how)
    {
        foreach (var part in how)
        {
            Add(part);
        }
    }

    /// <summary>Of all that was added so far.</summary>
    public string Current => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Add(HistoryReading reading)
    {
        Add(reading.Skipped ?? "");
        if (reading.Message is { } message)
        {
            string?[] fields =
            [
                message.UserId,
                $"{message.Role}",
                message.ConversationId,
                message.MessageId,
                message.Channel,
                message.Content,
            ];
            Add($"{message.Timestamp.UtcTicks}");
            foreach (var field in fields)
            {
                Add(field ?? "");
            }
        }
    }

    public void Dispose() => _hash.Dispose();

    private void Add(string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        _hash.AppendData(BitConverter.GetBytes(bytes.Length));
        _hash.AppendData(bytes);
    }
}
