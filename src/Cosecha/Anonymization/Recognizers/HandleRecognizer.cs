using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Names on social networks: an at sign that opens a word, and the word after "wechat", "mi insta es" and the like.</summary>
internal sealed class HandleRecognizer : IRecognizer
{
    private const int MostJoints = 4;

    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; i++)
        {
            var last =
                OpensWithAt(message, i) ? FindAfterAt(message, i, findings)
                : message.At(i).Is(WordFlags.Network) ? FindAnnounced(message, i, findings)
                : -1;
            i = Math.Max(i, last);
        }
    }

    private static bool OpensWithAt(MessageText message, int index) =>
        message.Mark(index) == '@'
        && !message.At(index + 1).SpaceBefore
        && (message.At(index).SpaceBefore || IsOpening(message, index - 1));

    private static int FindAfterAt(MessageText message, int at, List<Finding> findings)
    {
        var last = LastOfHandle(message, at + 1);
        if (message.At(last).End - message.At(at).End < 2)
        {
            return -1;
        }

        findings.Add(new Finding(PiiTypes.Handle, message.At(at).Start, message.At(last).End, 0.9, "handle", "name after an at sign"));
        return last;
    }

    /// <summary>
    /// "wechat: zhangwei88", "mi insta es ana.loor": after the network's word, a word with a figure, a dot or a low line in it; a plain
    /// word only where a colon or "id" leaves no doubt that it is a user's name.
    /// </summary>
    private static int FindAnnounced(MessageText message, int network, List<Finding> findings)
    {
        var (first, sure) = FirstOfName(message, network);
        if (message.At(first) is not { Kind: TokenKind.Word or TokenKind.Mixed or TokenKind.Number, LineBefore: false })
        {
            return -1;
        }

        var last = LastOfHandle(message, first);
        last = message.Mark(last + 1) == ':' && !message.At(last + 2).SpaceBefore ? LastOfHandle(message, last + 2) : last;
        if (last < first || message.Mark(last + 1) == '@' || !IsUser(message, network, first, last, sure))
        {
            return -1;
        }

        findings.Add(
            new Finding(PiiTypes.Handle, message.At(first).Start, message.At(last).End, 0.9, "handle", "name after a network's word")
        );
        return last;
    }

    /// <summary>The token after "id", "es", a colon and the like, and whether one of them was there that only a user's name follows.</summary>
    private static (int First, bool Sure) FirstOfName(MessageText message, int network)
    {
        var (i, sure) = (network + 1, false);
        for (; i <= network + MostJoints && !message.At(i).LineBefore; i++)
        {
            if (message.Mark(i) is ':' or '：' or '=' || message.At(i).Is(WordFlags.IdCue | WordFlags.Network))
            {
                sure = true;
            }
            else if (message.Mark(i) is not ('-' or '.' or ',') && !message.At(i).Is(WordFlags.HandleJoint))
            {
                break;
            }
        }

        return (i, sure);
    }

    private static bool IsUser(MessageText message, int network, int first, int last, bool sure)
    {
        ref readonly var token = ref message.At(first);
        if (last > first || token.Cover != TokenCover.None)
        {
            // "line id shrimp.king99" may hold a word of the business; alone that word is no name.
            var certain = sure || message.Text.AsSpan(token.Start..message.At(last).End).Contains('_');
            return last > first && (certain || token.Cover == TokenCover.None);
        }

        if (token.Kind == TokenKind.Number)
        {
            // Longer ones, and those after a word that is a phone's too, are phone numbers.
            return sure && token.Length is >= 6 and <= 9 && !message.At(network).Is(WordFlags.PhoneCue);
        }

        var alone = message.At(last + 1) is var next && (next.Kind != TokenKind.Word || next.LineBefore || next.Case == LetterCase.Lower);
        return token.Kind == TokenKind.Mixed ? token.Length >= 4 : sure && token.Length >= 5 && !token.Is(WordFlags.Ordinary) && alone;
    }

    private static int LastOfHandle(MessageText message, int first)
    {
        var last = first - 1;
        for (var i = first; i < message.Count && (i == first || !message.At(i).SpaceBefore); i++)
        {
            if (message.At(i).Kind <= TokenKind.Mixed || message.Mark(i) == '_')
            {
                last = i;
            }
            else if (message.Mark(i) is not ('.' or '-'))
            {
                break;
            }
        }

        return last;
    }

    private static bool IsOpening(MessageText message, int index) =>
        message.Mark(index) is '(' or '[' or ':' or ',' or '"' or '\'' or '/' or '-' or '¿' || message.At(index).Kind == TokenKind.Symbol;
}
