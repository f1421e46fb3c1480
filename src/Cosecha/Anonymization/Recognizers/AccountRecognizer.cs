using Cosecha.Anonymization.Checksums;
using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Bank accounts: IBANs, CLABE and CBU, very long numbers, and the number after a word such as "cuenta".</summary>
internal sealed class AccountRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; i++)
        {
            var last = message.At(i).Kind switch
            {
                TokenKind.Mixed => FindIban(message, i, findings),
                TokenKind.Number => FindNumber(message, i, findings),
                _ => -1,
            };
            i = Math.Max(i, last);
        }
    }

    private static int FindIban(MessageText message, int first, List<Finding> findings)
    {
        if (message.At(first).Length < 4 || !HasIbanStart(message.Chars(first)))
        {
            return -1;
        }

        Span<char> buffer = stackalloc char[34];
        var (count, valid, shaped) = (0, -1, -1);
        for (var i = first; i < message.Count && i < first + 20; i++)
        {
            ref readonly var token = ref message.At(i);
            if (i > first && token.LineBefore || token.Length > 34 - count)
            {
                break;
            }

            if (token.Kind is TokenKind.Number or TokenKind.Mixed || (token.Kind == TokenKind.Word && token.Case == LetterCase.Upper))
            {
                message.Chars(i).CopyTo(buffer[count..]);
                count += token.Length;
                valid = Iban.IsValid(buffer[..count]) ? i : valid;
                shaped = Iban.HasShape(buffer[..count]) && token.Kind != TokenKind.Word ? i : shaped;
            }
            else if (message.Mark(i) is not '-')
            {
                break;
            }
        }

        var last = valid >= 0 ? valid : shaped;
        if (last >= 0)
        {
            var (score, reason) = valid >= 0 ? (0.98, "IBAN, check digits pass") : (0.9, "IBAN, check digits fail");
            findings.Add(Account(message, first, last, score, reason));
        }

        return last;
    }

    private static bool HasIbanStart(ReadOnlySpan<char> chars) =>
        char.IsAsciiLetter(chars[0]) && char.IsAsciiLetter(chars[1]) && char.IsAsciiDigit(chars[2]) && char.IsAsciiDigit(chars[3]);

    private static int FindNumber(MessageText message, int first, List<Finding> findings)
    {
        var last = NumberRun.From(message, first).Last;
        Span<char> buffer = stackalloc char[32];
        var cue = Cues.Before(message, first);
        var announced = (cue & WordFlags.AccountCue) != 0;
        while (last > first && IsCovered(message, last))
        {
            last--;
        }

        var digits = buffer[..NumberRun.Copy(message, first, last, buffer)];
        if (announced && digits.Length is >= 6 and <= 24 && !IsCovered(message, first))
        {
            findings.Add(Account(message, first, last, 0.9, "follows a bank word"));
            return last;
        }

        var single = message.Chars(first);
        if (cue == WordFlags.BusinessCue || single.Length < 18 || single.Length > 24)
        {
            return -1;
        }

        var valid = Iban.IsClabe(single) || Iban.IsCbu(single);
        findings.Add(
            Account(message, first, first, valid ? 0.95 : 0.6, valid ? "CLABE or CBU, check digits pass" : "as long as an account")
        );
        return first;
    }

    private static bool IsCovered(MessageText message, int index) =>
        message.At(index) is { Kind: not TokenKind.Number } or { Cover: not (TokenCover.None or TokenCover.Document) };

    private static Finding Account(MessageText message, int first, int last, double score, string reason) =>
        new(PiiTypes.Account, message.At(first).Start, message.At(last).End, score, "account", reason);
}
