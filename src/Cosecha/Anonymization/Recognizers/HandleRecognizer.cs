using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Names on social networks: an at sign that opens a word.</summary>
internal sealed class HandleRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; i++)
        {
            var opens =
                message.Mark(i) == '@' && !message.At(i + 1).SpaceBefore && (message.At(i).SpaceBefore || IsOpening(message, i - 1));
            if (!opens)
            {
                continue;
            }

            var last = LastOfHandle(message, i + 1);
            if (message.At(last).End - message.At(i).End >= 2)
            {
                findings.Add(
                    new Finding(PiiTypes.Handle, message.At(i).Start, message.At(last).End, 0.9, "handle", "name after an at sign")
                );
                i = last;
            }
        }
    }

    /// <summary>"wechat: zhangwei88": after the network's word, a word with a figure, a dot or a low line in it.</summary>
    private static int FindAnnounced(MessageText message, int network, List<Finding> findings)
    {
        var first = network + 1;
        first += message.Mark(first) == ':' || message.At(first).Is(WordFlags.IdCue) ? 1 : 0;
        if (message.At(first) is not { Kind: TokenKind.Word or TokenKind.Mixed, LineBefore: false, Cover: TokenCover.None })
        {
            return -1;
        }

        var last = LastOfHandle(message, first);
        if (last == first && message.At(first).Kind == TokenKind.Word)
        {
            return -1;
        }

        findings.Add(
            new Finding(PiiTypes.Handle, message.At(first).Start, message.At(last).End, 0.85, "handle", "name after a network's word")
        );
        return last;
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
