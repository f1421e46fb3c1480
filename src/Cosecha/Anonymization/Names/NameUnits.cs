using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Names;

/// <summary>
/// A message as the name model sees it. What the business or another recognizer covers is one unit with its class instead of its
/// words, so that the model learns "a name stands before a phone" and sees the same before and after redaction; every other token
/// is a unit of its own.
/// </summary>
internal sealed class NameUnits
{
    private const WordFlags Names = WordFlags.Given | WordFlags.Family;
    private const WordFlags Spoken =
        WordFlags.Ordinary
        | WordFlags.Introduction
        | WordFlags.Title
        | WordFlags.Particle
        | WordFlags.Month
        | Recognizers.Cues.Numbers
        | WordFlags.AddressCue
        | WordFlags.OrgCue
        | WordFlags.OrgHead
        | WordFlags.OrgTail
        | WordFlags.BirthCue;
    private const WordFlags Telling =
        Names
        | WordFlags.Ordinary
        | WordFlags.Ambiguous
        | WordFlags.Particle
        | WordFlags.Title
        | WordFlags.Honorific
        | WordFlags.OrgHead
        | WordFlags.OrgTail
        | WordFlags.Month
        | WordFlags.Introduction
        | WordFlags.PlaceWord
        | WordFlags.Dictionary
        | WordFlags.RareName;

    private NameUnit[] _units = new NameUnit[256];

    /// <summary>How many units there are.</summary>
    public int Count { get; private set; }

    /// <summary>How the message is cased: 0 no capitals at all, 1 mixed, 2 mostly capitals. Without it, a small initial says nothing.</summary>
    public uint Style { get; private set; }

    /// <summary>The units in order.</summary>
    public Span<NameUnit> All => _units.AsSpan(0, Count);

    /// <summary>A unit by its place; the edge of the message outside.</summary>
    public ref readonly NameUnit At(int index) => ref (uint)index < (uint)Count ? ref _units[index] : ref s_edge[0];

    /// <summary>Whether the model is worth asking about a unit, now that those before it are tagged.</summary>
    public bool IsOpen(int index)
    {
        ref readonly var unit = ref At(index);
        return unit.CanBeName && (!unit.OnlyInside || At(index - 1).Tag != NameTag.None);
    }

    /// <summary>Whether a name found before is among what the model sees of a unit.</summary>
    public bool IsNearFound(int index)
    {
        for (var i = index - NameFeatures.Before; i <= index + NameFeatures.After; i++)
        {
            if (At(i).IsFound)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Builds the units of a message from its tokens and their covers.</summary>
    public void Build(MessageText message)
    {
        Count = 0;
        Style = StyleOf(message);
        for (var i = 0; i < message.Count; )
        {
            ref readonly var token = ref message.At(i);
            var cover = CoverOf(message, i);
            var next = i + 1;
            while (
                cover is not (TokenCover.None or TokenCover.Place)
                && next < message.Count
                && CoverOf(message, next) == cover
                && !message.At(next).LineBefore
            )
            {
                next++;
            }

            Add(MakeUnit(message, i, next - 1, cover, Style));
            i = next;
        }
    }

    private void Add(in NameUnit unit)
    {
        if (Count == _units.Length)
        {
            Array.Resize(ref _units, Count * 2);
        }

        _units[Count++] = unit;
    }

    private static NameUnit MakeUnit(MessageText message, int first, int last, TokenCover cover, uint style)
    {
        ref readonly var token = ref message.At(first);
        var unit = new NameUnit
        {
            First = first,
            Last = last,
            LineBefore = token.LineBefore,
        };
        if (cover is not (TokenCover.None or TokenCover.Place))
        {
            unit.Kind = unit.Class = unit.Word = NameFeatures.Mix(77, (uint)cover);
            unit.IsFound = cover is TokenCover.Name or TokenCover.Org;
            return unit;
        }

        if (token.Kind != TokenKind.Word)
        {
            var shape = token.Kind == TokenKind.Mark ? (uint)token.Hash : (uint)token.Kind;
            unit.Kind = unit.Class = unit.Word = NameFeatures.Mix(78, shape);
            unit.CanBeName = token.Kind == TokenKind.Mark && message.Mark(first) is '.' or '\'' or '’' or '-' or '&' && !token.LineBefore;
            unit.OnlyInside = true;
            return unit;
        }

        unit.CanBeName = !token.Is(WordFlags.Allowed);
        unit.OnlyInside = IsPlain(token);
        var initial =
            token.LineBefore
            || (message.At(first - 1).Cover == TokenCover.None && message.Mark(first - 1) is '.' or '?' or '!' or ':' or '"' or '¿' or '¡');
        var flags = (ulong)(token.Flags & Telling);
        var casing = ((uint)token.Case * 8) + (style * 2) + (initial ? 1u : 0u);
        unit.Kind = NameFeatures.Mix(NameFeatures.Mix(79, (uint)flags), (uint)(flags >> 32));
        unit.Class = NameFeatures.Mix(
            unit.Kind,
            casing
                + (cover == TokenCover.Place ? 1024u : 0)
                + (token.Length == 1 ? 2048u : 0)
                + (IsAccented(message.Text[token.End - 1]) ? 4096u : 0)
        );
        var spoken =
            token.Is(Spoken) && !token.Is(WordFlags.Ambiguous) && (!token.Is(Names) || token.Is(WordFlags.Title | WordFlags.Particle));
        unit.Word = spoken ? NameFeatures.Mix(80, (uint)token.Hash) : unit.Class;
        unit.IsListed = token.Is(Names | WordFlags.RareName | WordFlags.Ordinary | WordFlags.Dictionary);
        return unit;
    }

    /// <summary>A frequent word in small letters that is in no list of names: no name begins with it.</summary>
    private static bool IsPlain(in Token token) =>
        token.Case == LetterCase.Lower
        && token.Is(WordFlags.Ordinary)
        && !token.Is(
            Names | WordFlags.RareName | WordFlags.Ambiguous | WordFlags.Particle | WordFlags.OrgHead | WordFlags.OrgTail | WordFlags.Denied
        );

    /// <summary>A stress on the last letter makes a verb of what would be a name: <c>marcó</c>, not Marco.</summary>
    private static bool IsAccented(char c) => c is 'á' or 'é' or 'í' or 'ó' or 'ú' or 'Á' or 'É' or 'Í' or 'Ó' or 'Ú';

    private static TokenCover CoverOf(MessageText message, int index)
    {
        ref readonly var token = ref message.At(index);
        if (token.Kind != TokenKind.Placeholder)
        {
            return token.Cover;
        }

        var chars = message.Chars(index);
        return chars.StartsWith("[NAME") ? TokenCover.Name
            : chars.StartsWith("[ORG") ? TokenCover.Org
            : TokenCover.Personal;
    }

    private static uint StyleOf(MessageText message)
    {
        var (lower, upper, title) = (0, 0, 0);
        foreach (ref readonly var token in message.Tokens)
        {
            if (token.Kind == TokenKind.Word && token.Cover == TokenCover.None)
            {
                lower += token.Case == LetterCase.Lower ? 1 : 0;
                upper += token.Case == LetterCase.Upper && token.Length > 3 ? 1 : 0;
                title += token.Case is LetterCase.Title ? 1 : 0;
            }
        }

        return upper > lower + title ? 2u
            : upper + title == 0 ? 0u
            : 1u;
    }

    private static readonly NameUnit[] s_edge =
    [
        new()
        {
            Class = 7,
            Word = 7,
            LineBefore = true,
        },
    ];
}
