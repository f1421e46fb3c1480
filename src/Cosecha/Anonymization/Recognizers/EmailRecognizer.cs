using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>E-mail addresses with an at sign, spaces around it or brackets around it too.</summary>
internal sealed class EmailRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        var floor = 0;
        for (var i = 0; i < message.Count; i++)
        {
            if (message.Mark(i) != '@')
            {
                continue;
            }

            var first = FirstOfLocal(message, i, floor);
            var last = LastOfDomain(message, i, out var dots);
            if (first < i && last > i && (dots > 0 || !message.At(i + 1).SpaceBefore))
            {
                var (score, reason) = dots > 0 ? (0.98, "form of an e-mail address") : (0.8, "e-mail address without its ending");
                findings.Add(new Finding(PiiTypes.Email, message.At(first).Start, message.At(last).End, score, "email", reason));
                i = last;
                floor = last + 1;
            }
        }
    }

    /// <summary>Walks back over the local part, never over what an address before it took.</summary>
    private static int FirstOfLocal(MessageText message, int at, int floor)
    {
        var first = at;
        for (var i = at - 1; i >= floor; i--)
        {
            ref readonly var token = ref message.At(i);
            var joined = !message.At(i + 1).SpaceBefore;
            if (token.Kind <= TokenKind.Mixed && joined)
            {
                first = i;
            }
            else if (!joined || message.Mark(i) is not ('.' or '-' or '_' or '+' or '%' or '\''))
            {
                break;
            }
        }

        return first;
    }

    private static int LastOfDomain(MessageText message, int at, out int dots)
    {
        (dots, var last) = (0, -1);
        for (var i = at + 1; i < message.Count; i++)
        {
            ref readonly var token = ref message.At(i);
            if (token.SpaceBefore && i > at + 1)
            {
                break;
            }

            if (token.Kind <= TokenKind.Mixed)
            {
                dots += message.Mark(i - 1) == '.' ? 1 : 0;
                last = i;
            }
            else if (message.Mark(i) is not ('.' or '-' or '_'))
            {
                break;
            }
        }

        return last;
    }
}
