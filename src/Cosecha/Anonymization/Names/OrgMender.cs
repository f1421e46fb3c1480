using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Names;

/// <summary>
/// Mends companies that the model left torn: a company's name is one run of capitalised words, so the words between two parts of it belong to it,
/// and so do those right before it that no list explains or that stand with it alone on a line.
/// </summary>
internal static class OrgMender
{
    private const int WidestGap = 3;

    /// <summary>Capitalised before a company without being part of its name: <c>Señores Norpesca</c>, <c>Soy de Norpesca</c>.</summary>
    private const WordFlags Outside = WordFlags.Title | WordFlags.Honorific | WordFlags.Introduction | WordFlags.Month;

    /// <summary>Tags the units that complete a company's name.</summary>
    public static void Run(NameUnits units, MessageText message)
    {
        var all = units.All;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Tag != NameTag.Org || message.At(all[i].First).Kind != TokenKind.Word)
            {
                continue;
            }

            if (units.At(i - 1).Tag != NameTag.Org)
            {
                MendBefore(units, message, i);
            }

            var end = EndOfGap(units, message, i);
            for (var gap = i + 1; gap < end; gap++)
            {
                Complete(ref all[gap], all[i].Margin);
            }
        }
    }

    private static void MendBefore(NameUnits units, MessageText message, int name)
    {
        var all = units.All;
        for (var i = name - 1; i >= 0 && !all[i + 1].LineBefore && IsCapitalised(message, all[i]); i--)
        {
            ref readonly var token = ref message.At(all[i].First);
            var explained = token.Is(WordFlags.Ordinary) && (i == 0 || all[i].LineBefore) && !StandsAlone(units, name);
            if (explained || token.Is(Outside))
            {
                return;
            }

            Complete(ref all[i], all[name].Margin);
        }
    }

    /// <summary>Whether two or more parts of the name are the rest of the line, as in a signature: "Gracias Norpesca" has only one.</summary>
    private static bool StandsAlone(NameUnits units, int name)
    {
        var last = name;
        while (units.At(last + 1).Tag == NameTag.Org)
        {
            last++;
        }

        return last > name && units.At(last + 1).LineBefore;
    }

    private static int EndOfGap(NameUnits units, MessageText message, int name)
    {
        for (var i = name + 1; i <= name + WidestGap + 1; i++)
        {
            ref readonly var unit = ref units.At(i);
            if (unit.LineBefore)
            {
                break;
            }

            if (unit.Tag == NameTag.Org)
            {
                return i;
            }

            if (!IsCapitalised(message, unit) && !message.At(unit.First).Is(WordFlags.Particle))
            {
                break;
            }
        }

        return name;
    }

    private static bool IsCapitalised(MessageText message, in NameUnit unit) =>
        unit is { CanBeName: true, Tag: NameTag.None }
        && message.At(unit.First)
            is { Kind: TokenKind.Word, Cover: TokenCover.None or TokenCover.Place, Length: > 1, Case: LetterCase.Title };

    private static void Complete(ref NameUnit unit, float margin) => (unit.Tag, unit.Margin) = (NameTag.Org, margin);
}
