namespace Cosecha.Datasets.Cleaning;

/// <summary>
/// Brings up the pairs worth a judgement among texts with equal facts. Few texts are compared each with each. Among many, locality-sensitive hashing
/// does it: texts meet that agree in two entries of the question's signature, in one of <see cref="Bands"/> choices of two.
/// </summary>
internal sealed class CandidateFinder(FingerprintList entries)
{
    private const int Few = 12;
    private const int Bands = 2 * MinHash.Question;

    // Questions of a word or two may have few shingles in common; they meet by their answers.
    private const int LongestShort = 12;
    private const int ShortBands = MinHash.Answer / 2;
    private const int Full = 64;
    private const int Window = 16;
    private const int SeenBits = 20;
    private const int SeenSlots = 1 << SeenBits;

    // A share of 0.3 of the shingles for the question, 0.25 for the answer; the other pairs are not worth reading.
    private const int LeastQuestion = 7;
    private const int LeastAnswer = 2;

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
        var seen = new ulong[SeenSlots];
        var pairs = new List<(int A, int B)>();
        var all = Enumerable.Range(0, texts.Count).ToArray();
        var shorts = Array.FindAll(all, place => IsShort(texts[place]));
        for (var band = 0; band < Bands + ShortBands; band++)
        {
            AddBand(texts, band < Bands ? all : shorts, band, seen, pairs);
            foreach (var pair in pairs)
            {
                yield return pair;
            }

            pairs.Clear();
        }
    }

    private void AddBand(IReadOnlyList<int> texts, int[] members, int band, ulong[] seen, List<(int A, int B)> pairs)
    {
        var places = (int[])members.Clone();
        var values = Array.ConvertAll(places, place => ((ulong)Band(texts[place], band) << 32) | (uint)place);
        Array.Sort(values, places);
        for (var first = 0; first < places.Length; )
        {
            var next = first + 1;
            while (next < places.Length && values[next] >> 32 == values[first] >> 32)
            {
                next++;
            }

            AddBucket(texts, places.AsSpan(first, next - first), band, seen, pairs);
            first = next;
        }
    }

    // In a bucket that is too full, only neighbours meet: those that agree in the entries after the band's, which are others for each band.
    private void AddBucket(IReadOnlyList<int> texts, Span<int> bucket, int band, ulong[] seen, List<(int A, int B)> pairs)
    {
        var reach = bucket.Length;
        if (bucket.Length > Full)
        {
            reach = Window;
            bucket.Sort((x, y) => Compare(texts[x], texts[y], band) is var order and not 0 ? order : x.CompareTo(y));
        }

        for (var i = 0; i < bucket.Length; i++)
        {
            for (var j = i + 1; j < bucket.Length && j - i <= reach; j++)
            {
                if (IsAlike(texts[bucket[i]], texts[bucket[j]]))
                {
                    Add(Math.Min(bucket[i], bucket[j]), Math.Max(bucket[i], bucket[j]), seen, pairs);
                }
            }
        }
    }

    // A pair meets in many bands. What is forgotten here is only judged once more.
    private static void Add(int a, int b, ulong[] seen, List<(int A, int B)> pairs)
    {
        var pair = ((ulong)a << 32) | (uint)b;
        ref var slot = ref seen[(pair * 0x9E3779B97F4A7C15) >> (64 - SeenBits)];
        if (slot != pair)
        {
            slot = pair;
            pairs.Add((a, b));
        }
    }

    private int Compare(int a, int b, int band)
    {
        ReadOnlySpan<ushort> x = entries[a].Entries;
        ReadOnlySpan<ushort> y = entries[b].Entries;
        for (var i = 1; i < MinHash.Length; i++)
        {
            var at = (band + i) % MinHash.Length;
            if (x[at] != y[at])
            {
                return x[at].CompareTo(y[at]);
            }
        }

        return 0;
    }

    private uint Band(int entry, int band)
    {
        ReadOnlySpan<ushort> signature = entries[entry].Entries;
        if (band >= Bands)
        {
            var answer = MinHash.Question + (2 * (band - Bands));
            return Pair(signature[answer], signature[answer + 1]);
        }

        var first = band % MinHash.Question;
        return Pair(signature[first], signature[(first + (band < MinHash.Question ? 1 : 7)) % MinHash.Question]);
    }

    private static uint Pair(ushort a, ushort b) => ((uint)a << 16) | b;

    private bool IsShort(int entry) => entries[entry].QuestionLength <= LongestShort;

    private bool IsAlike(int a, int b)
    {
        ref readonly var x = ref entries[a];
        ref readonly var y = ref entries[b];
        if (!IsNear(x.QuestionLength, y.QuestionLength) || !IsNear(x.AnswerLength, y.AnswerLength))
        {
            return false;
        }

        ReadOnlySpan<ushort> first = x.Entries;
        ReadOnlySpan<ushort> second = y.Entries;
        return MinHash.Equal(first[MinHash.Question..], second[MinHash.Question..]) >= LeastAnswer
            && (IsShort(a) && IsShort(b) || MinHash.Equal(first[..MinHash.Question], second[..MinHash.Question]) >= LeastQuestion);
    }

    // Without fillers and endings, slips change the length little; an abbreviation takes some letters away.
    private static bool IsNear(int a, int b) => Math.Abs(a - b) <= 3 + (Math.Max(a, b) / 5);
}
