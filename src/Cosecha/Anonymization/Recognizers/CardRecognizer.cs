using Cosecha.Anonymization.Checksums;
using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Payment cards: 13 to 19 digits that pass Luhn, or that stand in the groups of a card, or that a word announces.</summary>
internal sealed class CardRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (message.At(i).Kind != TokenKind.Number)
            {
                continue;
            }

            var last = LastGroup(message, i);
            if (last >= 0 && Judge(message, i, last) is { } finding)
            {
                findings.Add(finding);
                i = last;
            }
        }
    }

    private static Finding? Judge(MessageText message, int first, int last)
    {
        Span<char> buffer = stackalloc char[20];
        var digits = buffer[..NumberRun.Copy(message, first, last, buffer)];
        var cue = Cues.Before(message, first);
        var valid = Luhn.IsValid(digits) && digits[0] is >= '2' and <= '6';
        var announced = (cue & WordFlags.CardCue) != 0;
        var grouped = last > first;
        var score = (announced, valid, grouped) switch
        {
            (true, true, _) => 0.98,
            (true, false, _) => 0.9,
            (false, true, true) => 0.95,
            (false, true, false) => 0.9,
            (false, false, true) => 0.7,
            _ => 0,
        };
        if (score == 0 || ((cue & WordFlags.BusinessCue) != 0 && !announced))
        {
            return null;
        }

        var reason = (announced ? "follows a card word, " : "") + (valid ? "Luhn passes" : "Luhn fails");
        return new Finding(PiiTypes.Card, message.At(first).Start, message.At(last).End, score, "card", reason);
    }

    private static int LastGroup(MessageText message, int first)
    {
        var length = message.At(first).Length;
        if (length is >= 13 and <= 19)
        {
            return first;
        }

        if (length != 4)
        {
            return -1;
        }

        Span<int> groups = stackalloc int[4];
        var (group, count) = (first, 0);
        while (count < groups.Length)
        {
            groups[count++] = message.At(group).Length;
            var next = NumberRun.NextGroup(message, group);
            if (count == groups.Length || next < 0)
            {
                break;
            }

            group = next;
        }

        var four = count == 4 && groups[1] == 4 && groups[2] == 4 && groups[3] is >= 1 and <= 7;
        var amex = count == 3 && groups[1] == 6 && groups[2] == 5;
        return four || amex ? group : -1;
    }
}
