using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>
/// National, tax and travel documents: by shape and checksum, and any number after a word such as "RUC", right checksum or not.
/// </summary>
internal sealed class IdRecognizer : IRecognizer
{
    private const int Longest = 24;

    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (message.At(i).Kind is TokenKind.Number or TokenKind.Mixed || OpensCode(message, i))
            {
                i = Math.Max(i, Find(message, i, findings));
            }
        }
    }

    private static int Find(MessageText message, int first, List<Finding> findings)
    {
        Span<char> buffer = stackalloc char[Longest];
        var last = LastOfCode(message, first, buffer, out var length);
        var code = buffer[..length];
        var announced = Announced(message, first);
        var whole = announced ? Extend(message, last, ref length) : last;
        var shape = IdShapes.Judge(code, message.Text.AsSpan(message.At(first).Start..message.At(last).End));
        var score = Score(message, first, announced, shape, CountDigits(code) + length - code.Length);
        last = announced && score > 0 ? whole : last;

        if (score >= 0.5)
        {
            var reason = announced ? $"follows an identity word, {shape.Reason}" : shape.Reason;
            findings.Add(new Finding(PiiTypes.Id, message.At(first).Start, message.At(last).End, score, "id", reason));
        }

        return last;
    }

    private static double Score(MessageText message, int first, bool announced, IdShape shape, int digits)
    {
        if (announced && digits >= (shape.Score > 0 ? 4 : 5) && !IsMeasured(message.At(first).Cover))
        {
            return shape.Score > 0.8 ? 0.97 : 0.92;
        }

        var cue = Cues.Before(message, first);
        if ((cue & (WordFlags.BusinessCue | WordFlags.AccountCue | WordFlags.CardCue)) != 0 && (cue & WordFlags.IdCue) == 0)
        {
            // "o CNPJ correto na fatura é …": the document is named first, the business word only says where it stands.
            var meant = (cue & WordFlags.BusinessCue) == 0 || (message.AnyFlags & WordFlags.IdCue) != 0;
            return shape.Score > 0.8 && meant ? shape.Score : 0;
        }

        if (cue == WordFlags.PhoneCue)
        {
            return Math.Min(shape.Score, 0.6);
        }

        var raised = (message.AnyFlags & WordFlags.IdCue) != 0 ? 0.15 : 0;
        return shape.Score > 0 ? shape.Score + raised * (1 - shape.Score) : 0;
    }

    private static bool Announced(MessageText message, int first) =>
        (Cues.Before(message, first) & (WordFlags.IdCue | WordFlags.BusinessCue)) is WordFlags.IdCue || FollowsCapitalWord(message, first);

    /// <summary>India's PAN and the Netherlands' BTW, which are ordinary words ("bread", "by the way") in small letters.</summary>
    private static bool FollowsCapitalWord(MessageText message, int first)
    {
        var before = message.Mark(first - 1) is ':' or '.' ? first - 2 : first - 1;
        return message.Chars(before) is "PAN" or "BTW";
    }

    private static bool IsMeasured(TokenCover cover) =>
        cover is TokenCover.Measure or TokenCover.Quantity or TokenCover.Price or TokenCover.Date;

    private static bool OpensCode(MessageText message, int index)
    {
        ref readonly var token = ref message.At(index);
        return token.Kind == TokenKind.Word
            && token.Length <= 4
            && message.Mark(index + 1) is '-' or '.'
            && !message.At(index + 1).SpaceBefore
            && message.At(index + 2) is { Kind: TokenKind.Number, SpaceBefore: false };
    }

    /// <summary>A code is letters and digits without spaces, with hyphens, dots or slashes inside.</summary>
    private static int LastOfCode(MessageText message, int first, Span<char> code, out int length)
    {
        length = 0;
        var last = first;
        for (var i = first; i < message.Count && i < first + 12; i += 2)
        {
            ref readonly var token = ref message.At(i);
            var joined = i == first || !token.SpaceBefore;
            if (!joined || token.Kind > TokenKind.Mixed || length + token.Length > code.Length)
            {
                break;
            }

            message.Chars(i).ToUpperInvariant(code[length..]);
            length += token.Length;
            last = i;
            if (message.At(i + 1).SpaceBefore || message.Mark(i + 1) is not ('-' or '.' or '/'))
            {
                break;
            }
        }

        return last;
    }

    /// <summary>After an identity word the groups that follow after a space belong to the number too, such as "171 430 7103".</summary>
    private static int Extend(MessageText message, int last, ref int length)
    {
        while (length < 14 && message.At(last).Kind == TokenKind.Number && NumberRun.NextGroup(message, last) is var next and > 0)
        {
            // A short opening, such as the key of a French tax number, goes before one long group.
            var longest = length < 5 ? 11 : 5;
            if (message.At(next).Cover != TokenCover.None || message.At(next).Length > longest)
            {
                break;
            }

            length += message.At(next).Length;
            last = next;
        }

        return last;
    }

    private static int CountDigits(ReadOnlySpan<char> code)
    {
        var count = 0;
        foreach (var c in code)
        {
            count += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return count;
    }
}
