namespace Cosecha.Datasets.Cleaning;

/// <summary>
/// Brings up the pairs worth a judgement among texts with equal facts. Few texts are compared each with each. Among many, locality-sensitive hashing
/// does it: texts meet that agree in two entries of the question's signature, in one of <see cref="Bands"/> choices of two.
/// </summary>
internal sealed class CandidateFinder(EntryList entries)
{
    private const int Few = 12;
    private const int Bands = 2 * MinHash.Question;

    // Short questions meet by their answers.
    private const int ShortBands = MinHash.Answer / 2;
    private const int Full = 512;
    private const int Window = 64;

    // From a third of the shingles in common (a word of six letters with a slip) the chance to meet is above 99 %.
    private const int LeastQuestion = 5;
    private const int LeastAnswer = 1;

    /// <summary>The pairs, as places in the list, the smaller first.</summary>
    /// <param name="texts">Entries in an order that depends on the texts alone.</param>
    public IEnumerable<(int A, int B)> Find(IReadOnlyList<int> texts) => texts.Count <= Few ? All(texts.Count) : Alike(texts);

    private static IEnumerable<(int A, int B)> All(int count)
    {
        for (var a = 0; a < count; a++)
        {
            for (var b = a + 1; b < count; b++)
            {
                yield return (a, b);
            }
        }
    }

    private IEnumerable<(int A, int B)> Alike(IReadOnlyList<int> texts)
    {
        var pairs = new HashSet<long>();
        var places = new int[texts.Count];
        var bands = new ulong[texts.Count];
        for (var band = 0; band < Bands + ShortBands; band++)
        {
            for (var i = 0; i < places.Length; i++)
            {
                (places[i], bands[i]) = (i, ((ulong)Band(texts[i], band) << 32) | (uint)i);
            }

            Array.Sort(bands, places);
            for (var first = 0; first < places.Length; )
            {
                var next = first + 1;
                while (next < places.Length && bands[next] >> 32 == bands[first] >> 32)
                {
                    next++;
                }

                AddBucket(texts, places.AsSpan(first, next - first), pairs);
                first = next;
            }
        }

        return pairs.Order().Select(pair => ((int)(pair >> 32), (int)(pair & uint.MaxValue)));
    }

    // In a bucket that is too full, such as that of "ok", the texts with like answers stand together, and only neighbours meet.
    private void AddBucket(IReadOnlyList<int> texts, Span<int> bucket, HashSet<long> pairs)
    {
        var reach = bucket.Length;
        if (bucket.Length > Full)
        {
            reach = Window;
            bucket.Sort((x, y) => CompareAnswers(texts[x], texts[y]) is var order and not 0 ? order : x.CompareTo(y));
        }

        for (var i = 0; i < bucket.Length; i++)
        {
            for (var j = i + 1; j < bucket.Length && j - i <= reach; j++)
            {
                if (IsAlike(texts[bucket[i]], texts[bucket[j]]))
                {
                    var (a, b) = (Math.Min(bucket[i], bucket[j]), Math.Max(bucket[i], bucket[j]));
                    pairs.Add(((long)a << 32) | (uint)b);
                }
            }
        }
    }

    private int CompareAnswers(int a, int b)
    {
        ReadOnlySpan<ushort> x = entries[a].Entries;
        ReadOnlySpan<ushort> y = entries[b].Entries;
        return x[MinHash.Question..].SequenceCompareTo(y[MinHash.Question..]);
    }

    private uint Band(int entry, int band)
    {
        ReadOnlySpan<ushort> signature = entries[entry].Entries;
        if (band >= Bands)
        {
            // Long questions meet in the other bands; here each stays alone.
            var answer = MinHash.Question + (2 * (band - Bands));
            return entries[entry].IsShort ? Pair(signature[answer], signature[answer + 1]) : Alone(entry);
        }

        var first = band % MinHash.Question;
        return Pair(signature[first], signature[(first + (band < MinHash.Question ? 1 : 7)) % MinHash.Question]);
    }

    private static uint Pair(ushort a, ushort b) => ((uint)a << 16) | b;

    private static uint Alone(int entry) => (uint)entry * 0x9E3779B1u;

    private bool IsAlike(int a, int b)
    {
        ref var x = ref entries[a];
        ref var y = ref entries[b];
        ReadOnlySpan<ushort> first = x.Entries;
        ReadOnlySpan<ushort> second = y.Entries;
        return (x.IsShort && y.IsShort || MinHash.Equal(first[..MinHash.Question], second[..MinHash.Question]) >= LeastQuestion)
            && MinHash.Equal(first[MinHash.Question..], second[MinHash.Question..]) >= LeastAnswer;
    }
}
