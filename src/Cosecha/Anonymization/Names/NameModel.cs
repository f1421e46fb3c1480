using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Cosecha.Anonymization.Names;

/// <summary>
/// The weights of the name model: for each feature one weight a tag, rounded to a byte. A feature that training did not keep
/// weighs nothing.
/// </summary>
internal sealed class NameModel
{
    /// <summary>How many tags there are.</summary>
    public const int Tags = 3;

    private const uint Magic = 0x314D4E43;
    private const int Width = 4;

    /// <summary>Buckets of four features each: a vector of their keys, then one of their weights.</summary>
    private readonly Vector128<uint>[] _buckets;
    private readonly uint _mask;
    private readonly float _scale;

    /// <summary>Makes a model of weights; 0 is no key. Of more than four features in one bucket the weakest count nothing.</summary>
    /// <param name="entries">Feature and its weights, one a tag.</param>
    /// <param name="scale">What one step of a weight is worth.</param>
    public NameModel(IReadOnlyCollection<(uint Key, sbyte None, sbyte Person, sbyte Org)> entries, float scale)
    {
        // At most two features a bucket on the average: fewer than one in a hundred finds its bucket full.
        _mask = BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, entries.Count / 2)) - 1;
        _buckets = new Vector128<uint>[(_mask + 1) * 2];
        _scale = scale;
        foreach (var bucket in entries.GroupBy(entry => entry.Key & _mask))
        {
            var strongest = bucket.OrderByDescending(e => Math.Abs(e.None) + Math.Abs(e.Person) + Math.Abs(e.Org)).ThenBy(e => e.Key);
            var place = 0;
            foreach (var (key, none, person, org) in strongest.Take(Width))
            {
                ref var keys = ref _buckets[bucket.Key * 2];
                ref var weights = ref _buckets[(bucket.Key * 2) + 1];
                keys = keys.WithElement(place, key);
                weights = weights.WithElement(place++, ((uint)(byte)none << 16) | ((uint)(byte)person << 8) | (byte)org);
            }
        }
    }

    /// <summary>Adds up the weights of the features, one sum a tag.</summary>
    public (float None, float Person, float Org) Score(ReadOnlySpan<uint> features)
    {
        // Without a branch, so that the processor fetches the buckets of many features at once: most of them are in no cache.
        var (none, person, org) = (Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero);
        var buckets = _buckets;
        foreach (var feature in features)
        {
            var bucket = (feature & _mask) * 2;
            var found = (Vector128.Equals(buckets[bucket], Vector128.Create(feature)) & buckets[bucket + 1]).AsInt32();
            none += (found << 8) >> 24;
            person += (found << 16) >> 24;
            org += (found << 24) >> 24;
        }

        return (Vector128.Sum(none) * _scale, Vector128.Sum(person) * _scale, Vector128.Sum(org) * _scale);
    }

    /// <summary>Reads the file that <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static NameModel Load(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        if (bytes.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException($"{path} is not a name model: make one with 'cosecha train-names'.");
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        var scale = BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]);
        var entries = new (uint, sbyte, sbyte, sbyte)[count];
        for (var i = 0; i < count; i++)
        {
            var entry = bytes.Slice(12 + (i * 7), 7);
            entries[i] = (BinaryPrimitives.ReadUInt32LittleEndian(entry), (sbyte)entry[4], (sbyte)entry[5], (sbyte)entry[6]);
        }

        return new NameModel(entries, scale);
    }

    /// <summary>Writes the weights in the order of their keys, so that equal models are equal files.</summary>
    public void Save(string path)
    {
        var used = Entries().OrderBy(entry => entry.Key).ToArray();
        var bytes = new byte[12 + (used.Length * 7)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), used.Length);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8), _scale);
        for (var i = 0; i < used.Length; i++)
        {
            var entry = bytes.AsSpan(12 + (i * 7), 7);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, used[i].Key);
            (entry[4], entry[5], entry[6]) = ((byte)(used[i].Weights >> 16), (byte)(used[i].Weights >> 8), (byte)used[i].Weights);
        }

        File.WriteAllBytes(path, bytes);
    }

    private IEnumerable<(uint Key, uint Weights)> Entries()
    {
        for (var i = 0; i < _buckets.Length; i += 2)
        {
            for (var place = 0; place < Width && _buckets[i][place] != 0; place++)
            {
                yield return (_buckets[i][place], _buckets[i + 1][place]);
            }
        }
    }
}
