using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Phone numbers in figures: international ones, those that a word announces, and those that libphonenumber knows.</summary>
internal sealed class PhoneRecognizer(PhonePlan plan) : IRecognizer
{
    private const int Fewest = 7;
    private const int Most = 15;

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
        for (var i = 0; i < message.Count; i++)
        {
            if (message.At(i).Kind != TokenKind.Number)
            {
                continue;
            }

            var run = NumberRun.From(message, i);
            for (var first = run.First; first > 0 || first == run.First; )
            {
                var last = Find(message, run, first, findings);
                first = NumberRun.NextGroup(message, last < 0 ? first : last);
            }

            i = run.Last;
        }
    }

    private int Find(MessageText message, NumberRun run, int first, List<Finding> findings)
    {
        var evidence = EvidenceFor(message, run, first);
        if (evidence == null)
        {
            return -1;
        }

        var last = LastGroup(message, run, first, evidence.Value);
        if (last < 0)
        {
            return -1;
        }

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

    private static Evidence? EvidenceFor(MessageText message, NumberRun run, int first)
    {
        if (message.Mark(first - 1) is '+' || message.Chars(first).StartsWith("00593"))
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

    private int LastGroup(MessageText message, NumberRun run, int first, Evidence evidence)
    {
        Span<char> digits = stackalloc char[Most + 1];
        var (count, plausible, possible) = (0, -1, -1);
        for (var group = first; group > 0 || group == first; group = NumberRun.NextGroup(message, group))
        {
            var covered = IsBusiness(message.At(group).Cover);
            if (covered && (count >= Fewest || evidence < Evidence.Cue))
            {
                break;
            }

            count += NumberRun.Copy(message, group, group, digits[count..]);
            if (count > Most)
            {
                break;
            }

            if (count >= Fewest && Accepts(evidence, digits[..count], group > first))
            {
                plausible = group;
            }

            possible = count is >= Fewest and <= 13 ? group : possible;
        }

        return plausible >= 0 || evidence < Evidence.Cue ? plausible : possible;
    }

    private bool Accepts(Evidence evidence, ReadOnlySpan<char> digits, bool grouped) =>
        evidence switch
        {
            Evidence.Plus => digits.Length >= 8,
            Evidence.Cue or Evidence.Message => plan.IsPlausible(digits),
            _ => digits.Length >= 9 && (grouped || digits.Length <= 11) && plan.IsValid(digits),
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
