using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Accounts that are no number: the alias of Argentina, three words with dots, and the random key of Brazil's PIX.</summary>
internal static class AccountAlias
{
    private const int Reach = 4;

    /// <summary>Adds the alias or key that starts at a token; returns its last token, -1 when none starts there.</summary>
    public static int Find(MessageText message, int first, List<Finding> findings)
    {
        if ((message.AnyFlags & WordFlags.AccountCue) == 0 || message.At(first).Kind > TokenKind.Mixed)
        {
            return -1;
        }

        var last = LastOfKey(message, first);
        last = last < 0 && FollowsAlias(message, first) ? LastOfAlias(message, first) : last;
        if (last >= 0)
        {
            findings.Add(
                new Finding(
                    PiiTypes.Account,
                    message.At(first).Start,
                    message.At(last).End,
                    0.92,
                    "account",
                    "alias or key in a message about an account"
                )
            );
        }

        return last;
    }

    /// <summary>Groups of 8, 4, 4, 4 and 12 hexadecimal digits with hyphens.</summary>
    private static int LastOfKey(MessageText message, int first)
    {
        ReadOnlySpan<int> lengths = [8, 4, 4, 4, 12];
        for (var group = 0; group < lengths.Length; group++)
        {
            var i = first + (group * 2);
            var joined = group == 0 || (message.Mark(i - 1) == '-' && !message.At(i).SpaceBefore && !message.At(i - 1).SpaceBefore);
            if (!joined || message.At(i).Length != lengths[group] || message.Chars(i).ContainsAnyExcept(s_hexadecimal))
            {
                return -1;
            }
        }

        return first + 8;
    }

    private static bool FollowsAlias(MessageText message, int first)
    {
        for (var i = first - 1; i >= first - Reach && !message.At(i + 1).LineBefore; i--)
        {
            if (message.At(i).Is(WordFlags.AliasCue))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An alias has letters, figures, dots and hyphens, and is longer than a word with a full stop behind it.</summary>
    private static int LastOfAlias(MessageText message, int first)
    {
        var last = first;
        while (
            message.Mark(last + 1) is '.' or '-'
            && !message.At(last + 1).SpaceBefore
            && message.At(last + 2) is { Kind: TokenKind.Word or TokenKind.Number or TokenKind.Mixed, SpaceBefore: false }
        )
        {
            last += 2;
        }

        return last > first && message.At(last).End - message.At(first).Start >= 6 ? last : -1;
    }

    private static readonly System.Buffers.SearchValues<char> s_hexadecimal = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
