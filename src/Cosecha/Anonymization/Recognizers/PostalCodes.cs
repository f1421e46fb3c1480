using System.Buffers;
using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Postal codes that stand apart from the street: behind the city, and the British, Irish and Canadian ones anywhere.</summary>
internal static class PostalCodes
{
    private const int Reach = 9;
    private static readonly SearchValues<char> s_never = SearchValues.Create("CIKMOV");

    /// <summary>Adds the code behind the city that follows an address; returns the last token of the code, or the one before <paramref name="index"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="index">The token behind the address.</param>
    /// <param name="findings">Where the code goes.</param>
    /// <param name="american">Whether the city may be written small and the code has five digits, as in "medley fl 33178".</param>
    public static int FindAfterCity(MessageText message, int index, List<Finding> findings, bool american = false)
    {
        for (var i = index; i < index + Reach && i < message.Count && !message.At(i).LineBefore; i++)
        {
            ref readonly var token = ref message.At(i);
            var length = american && message.At(i - 1).Case == LetterCase.Lower ? 5 : token.Length;
            if (
                token is { Kind: TokenKind.Number, Length: >= 4 and <= 6, Cover: TokenCover.None }
                && token.Length == length
                && FollowsCity(message, i)
            )
            {
                var plus =
                    message.Mark(i + 1) == '-' && message.At(i + 2) is { Kind: TokenKind.Number, Length: 3 or 4, SpaceBefore: false };
                var last = plus ? i + 2 : i;
                findings.Add(Code(message, i, last));
                return last;
            }

            var city =
                token.Kind == TokenKind.Word
                && (american || token.Case is LetterCase.Title or LetterCase.Upper || token.Is(WordFlags.Particle));
            if (!city && token.Cover != TokenCover.Place && message.Mark(i) is not (',' or '.' or '-'))
            {
                break;
            }
        }

        return index - 1;
    }

    /// <summary>The last token of a British, Irish or Canadian code that starts at a token: "HU9 1TA", "D02 X285", "V6B 1A1"; -1 for none.</summary>
    public static int LastOfSplit(MessageText message, int first)
    {
        ref readonly var outward = ref message.At(first);
        ref readonly var inward = ref message.At(first + 1);
        if (
            outward is not { Kind: TokenKind.Mixed, Length: >= 2 and <= 4, Cover: TokenCover.None }
            || inward is not { Kind: TokenKind.Mixed, Length: 3 or 4, Cover: TokenCover.None, LineBefore: false }
        )
        {
            return -1;
        }

        var a = message.Chars(first);
        var b = message.Chars(first + 1);
        return IsBritish(a, b) || IsCanadian(a, b) || IsIrish(a, b) ? first + 1 : -1;
    }

    /// <summary>Makes the finding.</summary>
    public static Finding Code(MessageText message, int first, int last) =>
        new(PiiTypes.Address, message.At(first).Start, message.At(last).End, 0.9, "address", "postal code");

    private static bool FollowsCity(MessageText message, int index)
    {
        var before = index - 1;
        before -= message.Mark(before) is '-' or ',' ? 1 : 0;
        ref readonly var next = ref message.At(index + 1);
        var counted = next is { Kind: TokenKind.Word, Case: LetterCase.Lower, LineBefore: false } && !next.Is(WordFlags.Particle);
        return !counted && (message.At(before).Kind == TokenKind.Word || message.At(before).Cover == TokenCover.Place);
    }

    /// <summary>One or two letters, a digit, perhaps one more sign; then a digit and two letters that are none of C, I, K, M, O and V.</summary>
    private static bool IsBritish(ReadOnlySpan<char> outward, ReadOnlySpan<char> inward)
    {
        var letters = outward.IndexOfAnyInRange('0', '9');
        return letters is 1 or 2
            && outward.Length - letters <= 2
            && AreCapitals(outward[..letters])
            && (outward.Length - letters == 1 || char.IsAsciiDigit(outward[^1]) || char.IsAsciiLetterUpper(outward[^1]))
            && inward.Length == 3
            && char.IsAsciiDigit(inward[0])
            && AreCapitals(inward[1..])
            && !inward[1..].ContainsAny(s_never);
    }

    private static bool IsCanadian(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        first.Length == 3
        && second.Length == 3
        && char.IsAsciiLetterUpper(first[0])
        && char.IsAsciiDigit(first[1])
        && char.IsAsciiLetterUpper(first[2])
        && char.IsAsciiDigit(second[0])
        && char.IsAsciiLetterUpper(second[1])
        && char.IsAsciiDigit(second[2]);

    private static bool IsIrish(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        first.Length == 3
        && second.Length == 4
        && char.IsAsciiLetterUpper(first[0])
        && Checksums.Digits.All(first[1..])
        && char.IsAsciiLetterUpper(second[0])
        && char.IsAsciiDigit(second[3]);

    private static bool AreCapitals(ReadOnlySpan<char> letters) => !letters.ContainsAnyExceptInRange('A', 'Z');
}
