using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cosecha.Datasets;

/// <summary>Splits by conversation, so that none stands on both sides; a seeded hash decides, so that it stays on its side from night to night.</summary>
public sealed class Splitter(ExportOptions options)
{
    /// <summary>Whether the example belongs to the validation files.</summary>
    public bool IsValid(Example example)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{options.Seed}\n{example.UserKey}\n{example.ConversationId}"));
        return BinaryPrimitives.ReadUInt64BigEndian(hash) / (double)ulong.MaxValue < options.ValidShare;
    }
}
