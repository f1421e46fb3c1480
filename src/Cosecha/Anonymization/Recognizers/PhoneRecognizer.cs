using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Phone numbers in figures: international ones, those that a word announces, and those that libphonenumber knows.</summary>
internal sealed class PhoneRecognizer(PhonePlan plan) : IRecognizer
{
    private const int Fewest = 7;
    private const int Most = 15;

    /// <summary>The double zero that stands for a plus.</summary>
    private const int Prefix = 2;

    /// <summary>How many digits a number has at most as it is dialled within a country, such as 011 15-2345-6789.</summary>
    private const int MostNational = 13;

    /// <summary>
    /// How often libphonenumber is asked in one message. No honest message comes near; after that the table of first digits decides
    /// alone, so that a wall of digits costs no more than other text.
    /// </summary>
    private const int MostQuestions = 20;

    private enum Evidence
    {
        None,
        Message,
        Cue,
        Plus,
    }

    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        var questions = MostQuestions;
        for (var i = 0; i < message.Count; i++)
        {
            if (message.At(i).Kind != TokenKind.Number)
            {
                continue;
            }

            var run = NumberRun.From(message, i);
            for (var first = i; first >= i && first <= run.Last; first = NumberRun.NextGroup(message, i))
            {
                i = Math.Max(first, Find(message, run, first, ref questions, findings));
            }

            i = Math.Max(i, run.Last);
        }
    }

    private int Find(MessageText message, NumberRun run, int first, ref int questions, List<Finding> findings)
    {
        var evidence = EvidenceFor(message, run, first);
        if (evidence == null)
        {
            return -1;
        }

        var last = LastGroup(message, first, evidence.Value, ref questions);
        if (last < 0)
        {
            return -1;
        }

        last = PhoneExtension.LastOf(message, last);

        var (score, reason) = evidence switch
        {
            Evidence.Plus => (0.95, "international form"),
            Evidence.Cue => (0.9, "follows a phone word"),
            Evidence.Message => (0.7, "plausible number, phone word in the message"),
            _ => (0.65, "valid number of a country of the catalog"),
        };
        findings.Add(new Finding(PiiTypes.Phone, StartOf(message, first), message.At(last).End, score, "phone", reason));
        return last;
    }

    private Evidence? EvidenceFor(MessageText message, NumberRun run, int first)
    {
        var bracket = message.Mark(first - 1) == '(' && message.Mark(first - 2) == '+';
        if (bracket || message.Mark(first - 1) is '+' || OpensAbroad(message, run, first))
        {
            return Evidence.Plus;
        }

        if (IsBusiness(message.At(first).Cover))
        {
            return null;
        }

        var cue = Cues.Before(message, run.First);
        if ((cue & WordFlags.PhoneCue) != 0)
        {
            return Evidence.Cue;
        }

        if (cue != WordFlags.None)
        {
            return null;
        }

        return (message.AnyFlags & WordFlags.PhoneCue) != 0 ? Evidence.Message : Evidence.None;
    }

    /// <summary>A double zero and a calling code, with as many digits as that country's numbers have: "0039 02 8457 3310".</summary>
    private bool OpensAbroad(MessageText message, NumberRun run, int first)
    {
        var opens = message.Chars(first).StartsWith("00") && message.At(first).Cover is TokenCover.None;
        if (!opens || (Cues.Before(message, run.First) & (WordFlags.BusinessCue | WordFlags.AccountCue | WordFlags.IdCue)) != 0)
        {
            return false;
        }

        Span<char> digits = stackalloc char[Most + Prefix + 1];
        var count = NumberRun.Copy(message, first, run.Last, digits);
        return plan.TryLengths(digits[Math.Min(Prefix, count)..count], out var lengths) && count - Prefix >= lengths.Fewest;
    }

    private int LastGroup(MessageText message, int first, Evidence evidence, ref int questions)
    {
        Span<char> digits = stackalloc char[Most + Prefix + 1];
        var (count, plausible, possible, group) = (0, -1, -1, first);
        var prefix = evidence == Evidence.Plus && message.Chars(first).StartsWith("00") ? Prefix : 0;
        var (dots, spaces) = (false, false);
        for (; group >= first && count <= Most + prefix; group = NumberRun.NextGroup(message, group))
        {
            // Without a word for it, "3054.50 2980.75" is a list of amounts.
            dots |= group > first && message.Mark(group - 1) == '.';
            spaces |= group > first && message.At(group).SpaceBefore;
            var amounts = dots && spaces && evidence < Evidence.Cue;
            if (amounts || (IsBusiness(message.At(group).Cover) && (count >= Fewest || evidence < Evidence.Cue)))
            {
                group = -1;
                break;
            }

            var before = count;
            count += NumberRun.Copy(message, group, group, digits[count..]);
            if (plausible >= 0 && evidence == Evidence.Plus && IsFull(digits[prefix..before], count - prefix))
            {
                break;
            }

            if (count >= Fewest && count <= Most + prefix && Accepts(evidence, digits[..count], group > first, ref questions))
            {
                plausible = group;
            }

            possible = count is >= Fewest and <= MostNational ? group : possible;
        }

        if (evidence is < Evidence.Cue or Evidence.Plus)
        {
            return plausible;
        }

        // What a phone word announces and ends where it should is taken whole, whatever the table says of it.
        var whole = group < 0 && count <= MostNational;
        return plausible >= 0 && !whole ? plausible
            : possible >= 0 ? possible
            : plausible;
    }

    /// <summary>Whether the digits before a group are a whole number of their country and the group would make it too long.</summary>
    private bool IsFull(ReadOnlySpan<char> before, int withGroup) =>
        plan.TryLengths(before, out var lengths) && before.Length >= lengths.Fewest && withGroup > lengths.Most;

    private bool Accepts(Evidence evidence, ReadOnlySpan<char> digits, bool grouped, ref int questions) =>
        evidence switch
        {
            Evidence.Plus => digits.Length >= 8,
            Evidence.Cue or Evidence.Message => plan.IsPlausible(digits),
            _ => digits.Length >= 9
                && (grouped || digits.Length <= 11)
                && plan.IsPlausible(digits)
                && (questions-- <= 0 || plan.IsValid(digits)),
        };

    private static bool IsBusiness(TokenCover cover) => cover is not (TokenCover.None or TokenCover.Place);

    private static int StartOf(MessageText message, int first)
    {
        var start = first;
        while (start > 0 && message.Mark(start - 1) is '+' or '(' && !message.At(start).SpaceBefore)
        {
            start--;
        }

        return message.At(start).Start;
    }
}
