namespace Cosecha.Datasets.Cleaning;

/// <summary>
/// Unites the texts of one block, those with equal facts. Few are compared each with each. Among many, locality-sensitive hashing brings up the pairs
/// worth a judgement: texts meet that agree in two entries of the question's signature, in one of <see cref="Bands"/> choices of two. Pairs are judged
/// as they come up and not kept.
/// </summary>
internal sealed class CandidateFinder(FingerprintList examples, PairJudge judge)
{
    private const int Few = 12;
    private const int Bands = 2 * MinHash.Question;

    // Above this, only neighbours meet in the order of their answers, then of their questions: work stays linear where all say much the same.
    private const int Full = 24;
    private const int Window = 8;

    // A share of 0.3 of the shingles for the question, 0.25 for the answer; the other pairs are not worth reading.
    private const int LeastQuestion = 7;
    private const int LeastAnswer = 2;

    // Questions of a word or two may have few shingles in common; they meet by their answers.
    private const int LongestShort = 12;
    private const int ShortBands = MinHash.Answer / 2;

    // A text that was mistaken for others so often must look more alike from then on, which bounds what is read of each.
    private const int NoesPerEntry = 4;
    private const int MostNoesOfShort = 16;

    /// <summary>Unites what is the same.</summary>
    /// <param name="texts">One example of each text, in the order of <see cref="Compare"/>.</param>
    /// <param name="components">As many members as there are texts.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public void Unite(int[] texts, Components components, CancellationToken cancellationToken)
    {
        if (texts.Length <= Few)
        {
            Meet(texts, [.. Enumerable.Range(0, texts.Length)], components, noes: null);
            return;
        }

        var noes = new byte[texts.Length];
        var places = new int[texts.Length];
        var bands = new ulong[texts.Length];
        for (var band = 0; band < Bands + ShortBands; band++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Sort(texts, band, bands, places);
            for (int first = 0, next; first < count; first = next)
            {
                next = EndOfBucket(bands, first, count);
                Meet(texts, places.AsSpan(first, next - first), components, noes);
            }
        }
    }

    /// <summary>Puts like answers, and among them like questions, side by side.</summary>
    public int Compare(int a, int b)
    {
        ref var x = ref examples[a];
        ref var y = ref examples[b];
        ReadOnlySpan<ushort> first = x.Entries;
        ReadOnlySpan<ushort> second = y.Entries;
        return first[MinHash.Question..].SequenceCompareTo(second[MinHash.Question..]) is var answers and not 0 ? answers
            : first[..MinHash.Question].SequenceCompareTo(second[..MinHash.Question]) is var questions and not 0 ? questions
            : x.Words.CompareTo(y.Words);
    }

    private static int EndOfBucket(ulong[] bands, int first, int count)
    {
        var next = first + 1;
        while (next < count && bands[next] >> 32 == bands[first] >> 32)
        {
            next++;
        }

        return next;
    }

    // The last bands are those of the answer, for short questions.
    private int Sort(int[] texts, int band, ulong[] bands, int[] places)
    {
        var (first, second) =
            band >= Bands ? (MinHash.Question + (2 * (band - Bands)), MinHash.Question + (2 * (band - Bands)) + 1)
            : band < MinHash.Question ? (band, (band + 1) % MinHash.Question)
            : (band - MinHash.Question, (band - MinHash.Question + 7) % MinHash.Question);
        var count = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            if (band < Bands || IsShort(texts[i]))
            {
                ReadOnlySpan<ushort> signature = examples[texts[i]].Entries;
                (places[count], bands[count++]) = (i, ((ulong)signature[first] << 48) | ((ulong)signature[second] << 32) | (uint)i);
            }
        }

        Array.Sort(bands, places, 0, count);
        return count;
    }

    private void Meet(int[] texts, ReadOnlySpan<int> bucket, Components components, byte[]? noes)
    {
        var reach = bucket.Length > Full ? Window : bucket.Length;
        for (var i = 0; i < bucket.Length; i++)
        {
            for (var j = i + 1; j < bucket.Length && j - i <= reach; j++)
            {
                var (a, b) = (bucket[i], bucket[j]);
                if (components.Find(a) == components.Find(b) || !(noes is null || AreAlike(texts[a], texts[b], Math.Max(noes[a], noes[b]))))
                {
                    continue;
                }

                if (judge.AreSame(texts[a], texts[b]))
                {
                    components.Unite(a, b);
                }
                else if (noes is not null)
                {
                    (noes[a], noes[b]) = (More(noes[a]), More(noes[b]));
                }
            }
        }
    }

    private static byte More(byte noes) => (byte)Math.Min(noes + 1, byte.MaxValue);

    private bool AreAlike(int a, int b, int noes)
    {
        ref var x = ref examples[a];
        ref var y = ref examples[b];
        if (
            !(IsNear(x.QuestionLength, y.QuestionLength) && IsNear(x.AnswerLength, y.AnswerLength))
            || !(WordBag.CanBeSame(x.Question, y.Question) && WordBag.CanBeSame(x.Answer, y.Answer))
        )
        {
            return false;
        }

        ReadOnlySpan<ushort> first = x.Entries;
        ReadOnlySpan<ushort> second = y.Entries;
        var more = noes / NoesPerEntry;
        return (
                (IsShort(a) && IsShort(b) && noes < MostNoesOfShort)
                || MinHash.Equal(first[..MinHash.Question], second[..MinHash.Question]) >= LeastQuestion + more
            )
            && MinHash.Equal(first[MinHash.Question..], second[MinHash.Question..]) >= LeastAnswer;
    }

    private bool IsShort(int example) => examples[example].QuestionLength <= LongestShort;

    // Without fillers and endings, slips change the length little; an abbreviation takes some letters away.
    private static bool IsNear(int a, int b) => Math.Abs(a - b) <= 3 + (Math.Max(a, b) / 5);
}
