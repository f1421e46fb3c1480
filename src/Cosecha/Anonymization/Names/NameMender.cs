using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Names;

/// <summary>
/// Mends names that the model left torn, where a rule is surer than a weight: the small words and surnames between two parts of one
/// name, and the capitalised word in no list right behind a name.
/// </summary>
internal static class NameMender
{
    private const int WidestGap = 3;

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

            if (EndOfGap(units, message, i) is var end && end > i)
            {
                for (var gap = i + 1; gap < end; gap++)
                {
                    Complete(ref all[gap], all[i].Margin);
                }
            }
            else if (i + 1 < all.Length && Completes(units, message, all[i], all[i + 1]))
            {
                Complete(ref all[i + 1], all[i].Margin);
            }
        }
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

    /// <summary>A word of the same casing, in no list of words, goes on with the name; where everything is capital or small, casing tells nothing.</summary>
    private static bool Completes(NameUnits units, MessageText message, in NameUnit name, in NameUnit next)
    {
        ref readonly var first = ref message.At(name.First);
        ref readonly var token = ref message.At(next.First);
        return next.Tag == NameTag.None
            && next.CanBeName
            && !next.LineBefore
            && token is { Kind: TokenKind.Word, Cover: TokenCover.None, Length: > 2 }
            && token.Case == first.Case
            && token.Case is LetterCase.Title or LetterCase.Upper
            && units.Style == 1
            && !token.Is(
                WordFlags.Ordinary
                    | WordFlags.Dictionary
                    | WordFlags.OrgHead
                    | WordFlags.OrgTail
                    | WordFlags.Month
                    | WordFlags.PlaceWord
                    | WordFlags.Title
            );
    }

    private static void Complete(ref NameUnit unit, float margin) => (unit.Tag, unit.Margin) = (NameTag.Person, margin);
}
