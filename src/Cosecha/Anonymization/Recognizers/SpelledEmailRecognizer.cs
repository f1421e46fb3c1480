using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>E-mail addresses that are spelled out, such as "juan punto perez arroba gmail punto com" or "juan [at] gmail [dot] com".</summary>
internal sealed class SpelledEmailRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        var floor = 0;
        for (var i = 0; i < message.Count; i++)
        {
            var spacedSign = message.Mark(i) == '@' && (message.At(i).SpaceBefore || message.At(i + 1).SpaceBefore);
            if (!message.At(i).Is(WordFlags.AtWord) && !spacedSign)
            {
                continue;
            }

            var last = LastOfDomain(message, i, out var ending);
            var first = FirstOfLocal(message, i, floor);
            if (last > i && first < i && ending)
            {
                const string Reason = "e-mail address spelled out";
                findings.Add(new Finding(PiiTypes.Email, message.At(first).Start, message.At(last).End, 0.95, "spelled-email", Reason));
                i = last;
                floor = last + 1;
            }
        }
    }

    private static int FirstOfLocal(MessageText message, int at, int floor)
    {
        var first = at;
        var i = SkipBrackets(message, at - 1, -1);
        while (i >= floor && message.At(i).Kind <= TokenKind.Mixed)
        {
            first = i;
            var before = i - 1;
            var tight = message.Mark(before) is '.' or '-' or '_' && !message.At(i).SpaceBefore;
            var dot = SkipBrackets(message, before, -1);
            if (!tight && !IsJoint(message, dot))
            {
                break;
            }

            i = tight ? before - 1 : SkipBrackets(message, dot - 1, -1);
            i -=
                message.At(dot).Is(WordFlags.DotWord) ? 0
                : IsTwoWordJoint(message, dot) ? 1
                : 0;
        }

        return first;
    }

    private static int LastOfDomain(MessageText message, int at, out bool ending)
    {
        (var last, ending) = (-1, false);
        var i = SkipBrackets(message, at + 1, 1);
        while (i < message.Count && i < at + 24 && message.At(i).Kind <= TokenKind.Mixed)
        {
            ending |= last > 0 && message.At(i).Is(WordFlags.Tld);
            last = i;
            var dot = SkipBrackets(message, i + 1, 1);
            if (!message.At(dot).Is(WordFlags.DotWord) && (message.Mark(dot) != '.' || message.At(dot).LineBefore))
            {
                break;
            }

            var next = SkipBrackets(message, dot + 1, 1);
            if (ending && !message.At(next).Is(WordFlags.Tld))
            {
                break;
            }

            i = next;
        }

        return last;
    }

    private static bool IsJoint(MessageText message, int index) =>
        message.At(index).Is(WordFlags.DotWord) || message.Chars(index) is "guion" or "guión" or "underscore" or "dash" or "bajo" or "baja";

    private static bool IsTwoWordJoint(MessageText message, int index) => message.Chars(index) is "bajo" or "baja";

    private static int SkipBrackets(MessageText message, int index, int step)
    {
        while (message.Mark(index) is '(' or ')' or '[' or ']' or '{' or '}' or '<' or '>')
        {
            index += step;
        }

        return index;
    }
}
