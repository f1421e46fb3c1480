using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Groups of digits that belong together by their separators, such as <c>(04) 2282-269</c>, as a range of tokens.</summary>
/// <param name="First">The first group's token.</param>
/// <param name="Last">The last group's token.</param>
internal readonly record struct NumberRun(int First, int Last)
{
    private const int MostGroups = 16;

    /// <summary>
    /// The run that starts at a group of digits: groups are joined by one space, hyphen, dot or parenthesis, within a line.
    /// It ends after 16 groups, which no number of a person has, so that a wall of digits costs no more than other text.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="first">A token of digits.</param>
    public static NumberRun From(MessageText message, int first)
    {
        var last = first;
        for (var i = 1; i < MostGroups && NextGroup(message, last) is var next and > 0; i++)
        {
            last = next;
        }

        return new NumberRun(first, last);
    }

    /// <summary>The token of the group that follows within the run; -1 when the run ends.</summary>
    public static int NextGroup(MessageText message, int group)
    {
        var spaces = 0;
        for (var i = group + 1; i <= group + 3 && i < message.Count; i++)
        {
            ref readonly var token = ref message.At(i);
            spaces += token.SpaceBefore ? 1 : 0;
            if (token.LineBefore || spaces > 1)
            {
                return -1;
            }

            if (token.Kind == TokenKind.Number)
            {
                // "84. 6 pallets": the dot with a space behind it ends the sentence.
                return token.SpaceBefore && message.Mark(i - 1) == '.' ? -1 : i;
            }

            var mark = message.Mark(i);
            var joins = mark is '(' or ')' || (mark is '-' or '.' or '–' && spaces == 0);
            if (!joins)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Copies the digits of the groups from one token to another; stops when the buffer is full.</summary>
    /// <returns>How many digits there are.</returns>
    public static int Copy(MessageText message, int first, int last, Span<char> digits)
    {
        var count = 0;
        for (var i = first; i <= last; i++)
        {
            if (message.At(i).Kind != TokenKind.Number)
            {
                continue;
            }

            foreach (var c in message.Chars(i))
            {
                if (count == digits.Length)
                {
                    return count;
                }

                digits[count++] = c;
            }
        }

        return count;
    }
}
