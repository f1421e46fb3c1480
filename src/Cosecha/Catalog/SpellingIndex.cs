using System.Collections.Frozen;

namespace Cosecha.Catalog;

/// <summary>
/// Finds the word that a misspelled one stands for: the same sound (cavesa, presio), or, for the longer words of the business, one letter
/// missing, one too many or two swapped inside the word (camarn, tonealdas). Endings are left alone: they carry grammar.
/// </summary>
internal sealed class SpellingIndex
{
    private const int ShortestSound = 4;
    private const int ShortestTypo = 6;
    private const int Longest = 24;

    private readonly SoundRules _sounds;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySound;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byGap;
    private readonly string[] _keys;

    public SpellingIndex(IReadOnlyDictionary<string, int> words, IReadOnlySet<int> business, SoundRules sounds)
    {
        _sounds = sounds;
        _keys = new string[words.Count + 1];
        var bySound = new Dictionary<string, int>(StringComparer.Ordinal);
        var byGap = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, number) in words.Where(w => w.Key.Length >= ShortestSound && w.Key.All(char.IsLetter)).OrderBy(w => w.Value))
        {
            var key = _keys[number] = sounds.Of(word);
            bySound.TryAdd(key, number);
            if (business.Contains(number) && key.Length >= ShortestTypo)
            {
                AddGaps(byGap, key, number);
            }
        }

        _bySound = bySound.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _byGap = byGap.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The number of the word that is meant; 0 when none is near.</summary>
    public int Find(ReadOnlySpan<char> folded)
    {
        if (folded.Length is < ShortestSound or > Longest)
        {
            return 0;
        }

        Span<char> buffer = stackalloc char[Longest * 2];
        ReadOnlySpan<char> key = buffer[.._sounds.Write(folded, buffer)];
        if (_bySound.TryGetValue(key, out var same))
        {
            return same;
        }

        return folded.Length < ShortestTypo ? 0 : FindTypo(key);
    }

    private int FindTypo(ReadOnlySpan<char> key)
    {
        if (_byGap.TryGetValue(key, out var missing) && IsTypo(key, missing))
        {
            return missing;
        }

        Span<char> shorter = stackalloc char[key.Length];
        for (var gap = 1; gap < key.Length - 1; gap++)
        {
            key[..gap].CopyTo(shorter);
            key[(gap + 1)..].CopyTo(shorter[gap..]);
            var candidate = shorter[..(key.Length - 1)];
            if ((_byGap.TryGetValue(candidate, out var word) || _bySound.TryGetValue(candidate, out word)) && IsTypo(key, word))
            {
                return word;
            }
        }

        return 0;
    }

    private static void AddGaps(Dictionary<string, int> byGap, string key, int number)
    {
        for (var gap = 1; gap < key.Length - 1; gap++)
        {
            byGap.TryAdd(key.Remove(gap, 1), number);
        }
    }

    // One letter more or less, or two neighbours swapped; never the first letter, never the ending.
    private bool IsTypo(ReadOnlySpan<char> typed, int word)
    {
        var meant = _keys[word].AsSpan();
        var head = typed.CommonPrefixLength(meant);
        if (meant.Length < ShortestTypo || head == 0 || head >= Math.Min(typed.Length, meant.Length) - 1)
        {
            return false;
        }

        return (typed.Length - meant.Length) switch
        {
            1 => typed[(head + 1)..].SequenceEqual(meant[head..]),
            -1 => typed[head..].SequenceEqual(meant[(head + 1)..]),
            0 => typed[head] == meant[head + 1] && typed[head + 1] == meant[head] && typed[(head + 2)..].SequenceEqual(meant[(head + 2)..]),
            _ => false,
        };
    }
}
