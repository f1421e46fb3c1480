using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cosecha.Datasets;

/// <summary>
/// Splits by user, so that no user and no conversation stands on both sides: who wrote a training example is not met again in validation. A keyed hash
/// decides, so that everybody stays on their side from night to night.
/// </summary>
public sealed class Splitter(ExportOptions options)
{
    private readonly byte[] _seed = Encoding.UTF8.GetBytes(options.Seed);

    /// <summary>The keyed hash of a user.</summary>
    /// <param name="rootKey">The first key that the user ever had: a later one would send them to the other side.</param>
    public ulong GroupOf(string rootKey) =>
        BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(_seed, Encoding.UTF8.GetBytes(rootKey)));

    /// <summary>Whether the examples of a user with this hash belong to the validation files.</summary>
    public bool IsValid(ulong group) => group / (double)ulong.MaxValue < options.ValidShare;
}
