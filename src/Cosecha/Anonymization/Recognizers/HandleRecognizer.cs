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

            var last = i;
            for (var j = i + 1; j < message.Count && !message.At(j).SpaceBefore; j++)
            {
                if (message.At(j).Kind <= TokenKind.Mixed || message.Mark(j) == '_')
                {
                    last = j;
                }
                else if (message.Mark(j) is not ('.' or '-'))
                {
                    break;
                }
            }

            if (message.At(last).End - message.At(i).End >= 2)
            {
                findings.Add(
                    new Finding(PiiTypes.Handle, message.At(i).Start, message.At(last).End, 0.9, "handle", "name after an at sign")
                );
                i = last;
            }
        }
    }

    private static bool IsOpening(MessageText message, int index) =>
        message.Mark(index) is '(' or '[' or ':' or ',' or '"' or '\'' or '/' or '-' or '¿' || message.At(index).Kind == TokenKind.Symbol;
}
