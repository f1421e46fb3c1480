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
            if (last < 0)
            {
                last = AccountAlias.Find(message, i, findings);
            }

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
        var branch = LastOfBranch(message, first);
        if (branch >= 0)
        {
            findings.Add(Account(message, first, branch, 0.9, "follows the word of a bank's branch"));
            return branch;
        }

        var last = LastOfNumber(message, first);
        Span<char> buffer = stackalloc char[32];
        var digits = buffer[..NumberRun.Copy(message, first, last, buffer)];
        var cue = Cues.Before(message, first);
        var announced = (cue & WordFlags.AccountCue) != 0 || FollowsSlashedWord(message, first);
        if (announced && digits.Length is >= 5 and <= 24 && !IsCovered(message, first))
        {
            findings.Add(Account(message, first, last, 0.9, "follows a bank word"));
            return last;
        }

        if (IsPeruvian(message, first, last) || (digits.Length is >= 9 and <= 24 && cue == WordFlags.None && FollowsBank(message, first)))
        {
            findings.Add(Account(message, first, last, 0.92, "form of an account, or long number behind a bank's name"));
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

    private static int LastOfNumber(MessageText message, int first)
    {
        var last = NumberRun.From(message, first).Last;
        while (last > first && IsCovered(message, last))
        {
            last--;
        }

        return last;
    }

    /// <summary>"agência 0123-4" and "sort code 20-45-77": short, so only right behind its word, in a message about an account.</summary>
    private static int LastOfBranch(MessageText message, int first)
    {
        if ((message.AnyFlags & WordFlags.BranchCue) == 0 || (message.AnyFlags & (WordFlags.AccountCue | WordFlags.Bank)) == 0)
        {
            return -1;
        }

        var before = first - 1;
        while (before > first - 4 && (message.Mark(before) is '.' or ':' or '#' || message.At(before).Is(WordFlags.BusinessCue)))
        {
            before--;
        }

        var follows = message.At(before).Is(WordFlags.BranchCue) && !message.At(before + 1).LineBefore;
        if (!follows || message.At(first).Length is < 2 or > 9)
        {
            return -1;
        }

        var last = first;
        for (var groups = 1; groups < 3 && NumberRun.NextGroup(message, last) is var next and > 0; groups++)
        {
            // "20 45 77" has spaces; behind anything else a space ends the number.
            if (message.At(next).Length > 2 || (message.At(next).SpaceBefore && message.At(first).Length != 2))
            {
                break;
            }

            last = next;
        }

        return last;
    }

    /// <summary>The form of the accounts of Peru's largest bank, 191-28471930-0-55.</summary>
    private static bool IsPeruvian(MessageText message, int first, int last) =>
        last == first + 6
        && message.At(first).Length == 3
        && message.At(first + 2).Length is 7 or 8
        && message.At(first + 4).Length == 1
        && message.At(first + 6).Length == 2
        && message.Mark(first + 1) == '-'
        && message.Mark(first + 3) == '-'
        && message.Mark(first + 5) == '-';

    private static bool FollowsBank(MessageText message, int first)
    {
        for (var i = first - 1; i >= first - 3 && !message.At(i + 1).LineBefore; i--)
        {
            if (message.At(i).Is(WordFlags.Bank))
            {
                return true;
            }

            if (message.At(i).Kind != TokenKind.Word && message.Mark(i) is not (':' or '.'))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"a/c 71836402" and "C/C 123456-7".</summary>
    private static bool FollowsSlashedWord(MessageText message, int first)
    {
        var letter = first - 1;
        while (letter > first - 4 && (message.Mark(letter) is '.' or ':' or '#' || message.At(letter).Is(WordFlags.AddressPart)))
        {
            letter--;
        }

        return message.Chars(letter) is "c" or "C"
            && message.Mark(letter - 1) == '/'
            && message.Chars(letter - 2) is "a" or "A" or "c" or "C";
    }

    private static bool IsCovered(MessageText message, int index) =>
        message.At(index) is { Kind: not TokenKind.Number } or { Cover: not (TokenCover.None or TokenCover.Document) };

    private static Finding Account(MessageText message, int first, int last, double score, string reason) =>
        new(PiiTypes.Account, message.At(first).Start, message.At(last).End, score, "account", reason);
}
