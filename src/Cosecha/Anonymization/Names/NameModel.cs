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
    private readonly uint[] _keys;
    private readonly sbyte[] _weights;
    private readonly int _mask;
    private readonly float _scale;

    /// <summary>Makes a model of weights; 0 is no key.</summary>
    /// <param name="entries">Feature and its weights, one a tag.</param>
    /// <param name="scale">What one step of a weight is worth.</param>
    public NameModel(IReadOnlyCollection<(uint Key, sbyte None, sbyte Person, sbyte Org)> entries, float scale)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, entries.Count * 2));
        (_keys, _weights, _mask, _scale) = (new uint[size], new sbyte[size * 4], size - 1, scale);
        foreach (var (key, none, person, org) in entries)
        {
            var slot = (int)key & _mask;
            while (_keys[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _keys[slot] = key;
            (_weights[slot * 4], _weights[(slot * 4) + 1], _weights[(slot * 4) + 2]) = (none, person, org);
        }
    }

    /// <summary>Adds up the weights of the features, one sum a tag.</summary>
    public (float None, float Person, float Org) Score(ReadOnlySpan<uint> features)
    {
        var (none, person, org) = (0, 0, 0);
        foreach (var feature in features)
        {
            for (var slot = (int)feature & _mask; _keys[slot] != 0; slot = (slot + 1) & _mask)
            {
                if (_keys[slot] == feature)
                {
                    none += _weights[slot * 4];
                    person += _weights[(slot * 4) + 1];
                    org += _weights[(slot * 4) + 2];
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
        var used = Enumerable.Range(0, _keys.Length).Where(slot => _keys[slot] != 0).OrderBy(slot => _keys[slot]).ToArray();
        var bytes = new byte[12 + (used.Length * 7)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), used.Length);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8), _scale);
        for (var i = 0; i < used.Length; i++)
        {
            var entry = bytes.AsSpan(12 + (i * 7), 7);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, _keys[used[i]]);
            for (var tag = 0; tag < Tags; tag++)
            {
                entry[4 + tag] = (byte)_weights[(used[i] * 4) + tag];
            }
        }

        File.WriteAllBytes(path, bytes);
    }
}
