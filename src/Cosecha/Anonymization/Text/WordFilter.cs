using System.Numerics;

namespace Cosecha.Anonymization.Text;

/// <summary>
/// Remembers a million dictionary words in a megabyte (a Bloom filter): a word that it holds is always known, one in fifty of the others is taken
/// for known too. That is enough to tell the model that a rare verb is no name, and too little to read the words out again.
/// </summary>
internal sealed class WordFilter
{
    private const int Probes = 5;
    private const int BitsPerWord = 8;

    private readonly byte[] _bits;
    private readonly ulong _mask;

    private WordFilter(byte[] bits) => (_bits, _mask) = (bits, ((ulong)bits.Length * 8) - 1);

    /// <summary>Reads the file that <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static WordFilter Load(string path)
    {
        var bits = File.ReadAllBytes(path);
        return BitOperations.IsPow2(bits.Length)
            ? new WordFilter(bits)
            : throw new InvalidDataException($"{path} is not a packed dictionary: make one with 'cosecha pack-words'.");
    }

    /// <summary>Packs words.</summary>
    /// <param name="words">Their hashes, each once.</param>
    public static WordFilter Pack(IReadOnlyCollection<ulong> words)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, words.Count * (BitsPerWord - 1) / 8));
        var filter = new WordFilter(new byte[size]);
        foreach (var word in words)
        {
            for (var probe = 0; probe < Probes; probe++)
            {
                var bit = filter.Bit(word, probe);
                filter._bits[bit >> 3] |= (byte)(1 << (int)(bit & 7));
            }
        }

        return filter;
    }

    /// <summary>Whether the word of this hash is known.</summary>
    public bool Contains(ulong word)
    {
        for (var probe = 0; probe < Probes; probe++)
        {
            var bit = Bit(word, probe);
            if ((_bits[bit >> 3] & (1 << (int)(bit & 7))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes the file.</summary>
    public void Save(string path) => File.WriteAllBytes(path, _bits);

    // Two halves of one well-mixed hash make as many independent places as are needed (Kirsch and Mitzenmacher 2006).
    private ulong Bit(ulong word, int probe)
    {
        var mixed = (word ^ (word >> 31)) * 0x9E3779B97F4A7C15;
        return (mixed + ((ulong)probe * ((mixed >> 32) | 1))) & _mask;
    }
}
