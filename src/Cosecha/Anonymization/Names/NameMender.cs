using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Names;

/// <summary>
/// Mends names that the model left torn, where a rule is surer than a weight: the small words and surnames between two parts of one
/// name, the other half of a hyphenated name, and the capitalised word right before or behind a name that no list explains otherwise.
/// </summary>
internal static class NameMender
{
    private const int WidestGap = 3;

    /// <summary>Never part of a name because a name stands beside it.</summary>
    private const WordFlags Explained =
        WordFlags.Ordinary | WordFlags.OrgHead | WordFlags.OrgTail | WordFlags.Month | WordFlags.PlaceWord | WordFlags.Title;

    /// <summary>Tags the units that complete a name.</summary>
    public static void Run(NameUnits units, MessageText message)
    {
        var all = units.All;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Tag != NameTag.Person || message.At(all[i].First).Kind != TokenKind.Word)
            {
                continue;
            }

            MendBefore(units, message, i);
            if (EndOfGap(units, message, i) is var end && end > i)
            {
                for (var gap = i + 1; gap < end; gap++)
                {
                    Complete(ref all[gap], all[i].Margin);
                }
            }
            else if (i + 2 < all.Length && IsHyphen(message, all[i + 1], all[i + 2]) && all[i + 2].CanBeName)
            {
                Complete(ref all[i + 1], all[i].Margin);
                Complete(ref all[i + 2], all[i].Margin);
            }
            else if (
                i + 1 < all.Length
                && !all[i + 1].LineBefore
                && (Completes(units, message, all[i], all[i + 1]) || Closes(units, message, i + 1))
            )
            {
                Complete(ref all[i + 1], all[i].Margin);
            }
        }
    }

    private static void MendBefore(NameUnits units, MessageText message, int name)
    {
        var all = units.All;
        if (all[name].LineBefore)
        {
            return;
        }

        if (name >= 2 && IsHyphen(message, all[name - 1], all[name]) && all[name - 2].CanBeName)
        {
            Complete(ref all[name - 1], all[name].Margin);
            Complete(ref all[name - 2], all[name].Margin);
        }
        else if (name >= 1 && message.At(all[name - 1].First).Is(WordFlags.Given) && Completes(units, message, all[name], all[name - 1]))
        {
            Complete(ref all[name - 1], all[name].Margin);
        }
    }

    /// <summary>A hyphen between two words, without spaces, as in Wing-Yan.</summary>
    private static bool IsHyphen(MessageText message, in NameUnit hyphen, in NameUnit next)
    {
        ref readonly var mark = ref message.At(hyphen.First);
        ref readonly var word = ref message.At(next.First);
        return message.Mark(hyphen.First) == '-' && !mark.SpaceBefore && !word.SpaceBefore && word.Kind == TokenKind.Word;
    }

    private static int EndOfGap(NameUnits units, MessageText message, int name)
    {
        for (var i = name + 1; i <= name + WidestGap + 1; i++)
        {
            ref readonly var unit = ref units.At(i);
            if (unit.Tag == NameTag.Person && !unit.LineBefore)
            {
                return i;
            }

            ref readonly var token = ref message.At(unit.First);
            var inside =
                unit.CanBeName && !unit.LineBefore && token.Is(WordFlags.Particle | WordFlags.Family) && token.Kind == TokenKind.Word;
            if (!inside || token.Length == 1)
            {
                break;
            }
        }

        return -1;
    }

    /// <summary>A word of the same casing that no list explains goes on with the name; where everything is capital or small, it must be a name by the lists.</summary>
    private static bool Completes(NameUnits units, MessageText message, in NameUnit name, in NameUnit beside)
    {
        ref readonly var token = ref message.At(beside.First);
        return beside.Tag == NameTag.None
            && beside.CanBeName
            && token is { Kind: TokenKind.Word, Cover: TokenCover.None, Length: > 2 }
            && token.Case == message.At(name.First).Case
            && !token.Is(Explained)
            && (
                units.Style == 1
                    ? token.Case is LetterCase.Title or LetterCase.Upper
                    : token.Is(WordFlags.Given | WordFlags.Family | WordFlags.RareName)
            );
    }

    /// <summary>
    /// Any capitalised word behind two parts of a name and before a mark or the end of the line is a surname, though it be an ordinary word:
    /// <c>Viviana Loor Chica, por favor</c>. A place only in capitals: in <c>Luis Andrade Machala</c> it is where he is.
    /// </summary>
    private static bool Closes(NameUnits units, MessageText message, int index)
    {
        ref readonly var unit = ref units.At(index);
        ref readonly var token = ref message.At(unit.First);
        ref readonly var next = ref units.At(index + 1);
        return units.Style == 1
            && unit is { Tag: NameTag.None, CanBeName: true }
            && token is { Kind: TokenKind.Word, Length: > 2 }
            && (
                token is { Case: LetterCase.Title, Cover: TokenCover.None }
                || token is { Case: LetterCase.Upper, Cover: TokenCover.None or TokenCover.Place }
            )
            && !token.Is(WordFlags.OrgHead | WordFlags.OrgTail | WordFlags.Month | WordFlags.Title)
            && IsPart(units, message, index - 1, token.Case)
            && IsPart(units, message, index - 2, token.Case)
            && !units.At(index - 1).LineBefore
            && (next.LineBefore || message.At(next.First).Kind == TokenKind.Mark);
    }

    private static bool IsPart(NameUnits units, MessageText message, int index, LetterCase casing) =>
        units.At(index) is { Tag: NameTag.Person } unit && message.At(unit.First) is { Kind: TokenKind.Word } token && token.Case == casing;

    private static void Complete(ref NameUnit unit, float margin) => (unit.Tag, unit.Margin) = (NameTag.Person, margin);
}
