namespace Cosecha.Datasets.Cleaning;

/// <summary>Pairs the words of two texts, surest pairs first.</summary>
internal sealed class WordPairs(FormWord[] a, FormWord[] b, FormVocabulary vocabulary)
{
    private const int Alone = -1;

    // Written together or apart: matched, but with no single partner.
    private const int Joined = -2;

    private readonly int[] _a = Filled(a.Length);
    private readonly int[] _b = Filled(b.Length);
    private bool _misspelled;

    /// <summary>Pairs all words; false when some stay alone that must not, or too many differ by slips.</summary>
    /// <param name="mostSlips">How many pairs may differ by slips.</param>
    /// <param name="withFillers">Whether fillers need a partner too.</param>
    /// <param name="careless">Whether the author makes slips, so that a word that exists may be one too.</param>
    public bool TryMatch(int mostSlips, bool withFillers, ref bool careless)
    {
        MatchEqual();
        MatchJoined(a, _a, b, _b);
        MatchJoined(b, _b, a, _a);
        if (CountAlone(a, _a, withFillers: false) > mostSlips || CountAlone(b, _b, withFillers: false) > mostSlips)
        {
            return false;
        }

        var slips = MatchSlips(WordSlip.IsSlip);
        careless |= slips > 0 || _misspelled;
        if (careless)
        {
            slips += MatchSlips(WordSlip.IsSlipOfKnown);
        }

        return slips <= mostSlips && CountAlone(a, _a, withFillers) == 0 && CountAlone(b, _b, withFillers) == 0;
    }

    public bool AreInOrder()
    {
        var last = Alone;
        for (var i = 0; i < _a.Length; i++)
        {
            if (_a[i] < 0 || a[i].Filler)
            {
                continue;
            }

            if (_a[i] < last)
            {
                return false;
            }

            last = _a[i];
        }

        return true;
    }

    private static int CountAlone(FormWord[] words, int[] partners, bool withFillers)
    {
        var alone = 0;
        for (var i = 0; i < words.Length; i++)
        {
            alone += partners[i] == Alone && (withFillers || !words[i].Filler) ? 1 : 0;
        }

        return alone;
    }

    private void MatchEqual()
    {
        var places = new Dictionary<(string, bool), Queue<int>>();
        for (var j = 0; j < b.Length; j++)
        {
            var key = (b[j].Key, b[j].Negated);
            (places.TryGetValue(key, out var queue) ? queue : places[key] = new Queue<int>()).Enqueue(j);
        }

        for (var i = 0; i < a.Length; i++)
        {
            if (places.TryGetValue((a[i].Key, a[i].Negated), out var queue) && queue.TryDequeue(out var j))
            {
                _misspelled |= WordSlip.IsMisspelled(a[i], b[j]);
                Pair(i, j);
            }
        }
    }

    // "ala vista" for "a la vista".
    private static void MatchJoined(FormWord[] whole, int[] wholes, FormWord[] parts, int[] partners)
    {
        for (var i = 0; i < whole.Length; i++)
        {
            for (var j = 0; wholes[i] == Alone && j + 1 < parts.Length; j++)
            {
                var next = EndOfParts(whole[i].Letters, parts, partners, j);
                if (next > j + 1)
                {
                    wholes[i] = Joined;
                    Array.Fill(partners, Joined, j, next - j);
                }
            }
        }
    }

    private static int EndOfParts(string whole, FormWord[] parts, int[] partners, int first)
    {
        var length = 0;
        for (var j = first; j < parts.Length && (partners[j] == Alone || parts[j].Filler); j++)
        {
            var part = parts[j].Letters;
            if (string.CompareOrdinal(whole, length, part, 0, part.Length) != 0)
            {
                return first;
            }

            length += part.Length;
            if (length == whole.Length)
            {
                return j + 1;
            }
        }

        return first;
    }

    private int MatchSlips(Func<FormWord, FormWord, FormVocabulary, bool> isSlip)
    {
        var slips = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; _a[i] == Alone && j < b.Length; j++)
            {
                if (_b[j] == Alone && a[i].Negated == b[j].Negated && isSlip(a[i], b[j], vocabulary))
                {
                    Pair(i, j);
                    slips++;
                }
            }
        }

        return slips;
    }

    private void Pair(int i, int j) => (_a[i], _b[j]) = (j, i);

    private static int[] Filled(int length)
    {
        var partners = new int[length];
        Array.Fill(partners, Alone);
        return partners;
    }
}
