using System.Buffers.Binary;
using System.Numerics;

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
    private readonly ulong[] _table;
    private readonly int _mask;
    private readonly float _scale;

    /// <summary>Makes a model of weights; 0 is no key.</summary>
    /// <param name="entries">Feature and its weights, one a tag.</param>
    /// <param name="scale">What one step of a weight is worth.</param>
    public NameModel(IReadOnlyCollection<(uint Key, sbyte None, sbyte Person, sbyte Org)> entries, float scale)
    {
        // Key and weights share a word, so that a look-up touches one cache line.
        _table = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, entries.Count * 2))];
        (_mask, _scale) = (_table.Length - 1, scale);
        foreach (var (key, none, person, org) in entries)
        {
            var slot = (int)key & _mask;
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _table[slot] = ((ulong)key << 32) | ((ulong)(byte)none << 16) | ((ulong)(byte)person << 8) | (byte)org;
        }
    }

    /// <summary>Adds up the weights of the features, one sum a tag.</summary>
    public (float None, float Person, float Org) Score(ReadOnlySpan<uint> features)
    {
        var (none, person, org) = (0, 0, 0);
        var table = _table;
        foreach (var feature in features)
        {
            for (var slot = (int)feature & _mask; (uint)slot < (uint)table.Length; slot = (slot + 1) & _mask)
            {
                var entry = table[slot];
                if (entry == 0)
                {
                    break;
                }

                if ((uint)(entry >> 32) == feature)
                {
                    none += (sbyte)(entry >> 16);
                    person += (sbyte)(entry >> 8);
                    org += (sbyte)entry;
                    break;
                }
            }
        }

        return (none * _scale, person * _scale, org * _scale);
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
        var used = _table.Where(entry => entry != 0).Order().ToArray();
        var bytes = new byte[12 + (used.Length * 7)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), used.Length);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8), _scale);
        for (var i = 0; i < used.Length; i++)
        {
            var entry = bytes.AsSpan(12 + (i * 7), 7);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, (uint)(used[i] >> 32));
            (entry[4], entry[5], entry[6]) = ((byte)(used[i] >> 16), (byte)(used[i] >> 8), (byte)used[i]);
        }

        File.WriteAllBytes(path, bytes);
    }
}
