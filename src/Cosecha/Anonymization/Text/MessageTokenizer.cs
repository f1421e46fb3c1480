using Cosecha.Catalog;

namespace Cosecha.Anonymization.Text;

/// <summary>Cuts a message into tokens and looks every word up in the lists. Linear in the text.</summary>
internal sealed class MessageTokenizer(WordLexicon lexicon)
{
    private const WordFlags Announcing =
        WordFlags.PhoneCue
        | WordFlags.IdCue
        | WordFlags.AccountCue
        | WordFlags.CardCue
        | WordFlags.BusinessCue
        | WordFlags.BirthCue
        | WordFlags.PostBox
        | WordFlags.Extension;

    /// <summary>Fills <paramref name="message"/> with the tokens of its text.</summary>
    public void Run(MessageText message, string text, IReadOnlyList<DomainSpan> domain)
    {
        message.Reset(text, domain);
        var (space, line) = (true, true);
        for (var i = 0; i < text.Length; )
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\u200E' or '\u200F' or '\u202A' or '\u202C')
            {
                space = true;
                line |= c is '\n' or '\r';
                i++;
                continue;
            }

            var token = Next(text, i);
            token.SpaceBefore = space;
            token.LineBefore = line;
            if (token is { Kind: TokenKind.Word, Length: 1 } && !space)
            {
                token.Flags |= FlagsOfAbbreviation(message, token);
            }

            message.Add(token);
            i = token.End;
            space = line = false;
        }

        CoverDomain(message);
        lexicon.Phrases.Cover(message);
    }

    /// <summary>The last letter of "C.I." and "D.O.B." carries the lists of the word without its dots, as far as they announce a number.</summary>
    private WordFlags FlagsOfAbbreviation(MessageText message, in Token last)
    {
        var first = message.Count;
        while (
            message.Count - first < 8
            && message.Mark(first - 1) == '.'
            && (first == message.Count || !message.At(first).SpaceBefore)
            && !message.At(first - 1).SpaceBefore
            && message.At(first - 2) is { Kind: TokenKind.Word, Length: 1 }
        )
        {
            first -= 2;
        }

        if (first == message.Count)
        {
            return WordFlags.None;
        }

        var hash = Folding.Seed;
        for (var i = first; i < message.Count; i += 2)
        {
            hash = Folding.Mix(hash, message.Chars(i)[0]);
        }

        return lexicon[Folding.Mix(hash, message.Text[last.Start])] & Announcing;
    }

    private Token Next(string text, int start)
    {
        var c = text[start];
        if (char.IsLetter(c) || char.IsAsciiDigit(c))
        {
            return Alphanumeric(text, start);
        }

        if (c == '[' && PiiTypes.PlaceholderLength(text.AsSpan(start)) is > 0 and var length)
        {
            return new Token
            {
                Start = start,
                Length = length,
                Kind = TokenKind.Placeholder,
            };
        }

        if (char.IsSurrogate(c) || char.IsSymbol(c) && c is not ('+' or '<' or '>' or '=' or '$' or '|'))
        {
            return Symbol(text, start);
        }

        return new Token
        {
            Start = start,
            Length = 1,
            Kind = TokenKind.Mark,
            Hash = Folding.Mix(Folding.Seed, c),
        };
    }

    private Token Alphanumeric(string text, int start)
    {
        var token = new Token { Start = start, Hash = Folding.Seed };
        var (letters, digits, upper, lower, i) = (0, 0, 0, 0, start);
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (char.IsLetter(c))
            {
                letters++;
                upper += char.IsUpper(c) ? 1 : 0;
                lower += char.IsLower(c) ? 1 : 0;
            }
            else if (letters == 0 || !Folding.IsCombining(c))
            {
                // A mark over a letter belongs to it; after bare digits it ends the number, which is digits and nothing else.
                break;
            }

            token.Hash = Folding.Mix(token.Hash, c);
        }

        token.Length = i - start;
        token.Kind =
            digits == 0 ? TokenKind.Word
            : letters == 0 ? TokenKind.Number
            : TokenKind.Mixed;
        token.Flags = letters == 0 ? WordFlags.None : lexicon[token.Hash];
        token.Case = CaseOf(char.IsUpper(text[start]), upper, lower);
        return token;
    }

    private static LetterCase CaseOf(bool firstUpper, int upper, int lower) =>
        (upper, lower) switch
        {
            (0, 0) => LetterCase.None,
            (0, _) => LetterCase.Lower,
            (1, _) when firstUpper => LetterCase.Title,
            (_, 0) => LetterCase.Upper,
            _ => LetterCase.Other,
        };

    private static Token Symbol(string text, int start)
    {
        var length = char.IsHighSurrogate(text[start]) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2 : 1;
        var hash = Folding.Hash(text.AsSpan(start, length));
        while (start + length < text.Length && Folding.IsCombining(text[start + length]))
        {
            length++;
        }

        return new Token
        {
            Start = start,
            Length = length,
            Kind = TokenKind.Symbol,
            Hash = hash,
        };
    }

    private static void CoverDomain(MessageText message)
    {
        var next = 0;
        foreach (var span in message.Domain)
        {
            if (!IsBareDate(message.Text, span))
            {
                next = message.Cover(next, span.Start, span.End, CoverOf(span.Kind));
            }
        }
    }

    /// <summary>A month or weekday alone, such as "June" or "Mar", may be part of a name: the name model decides.</summary>
    private static bool IsBareDate(string text, DomainSpan span)
    {
        if (span.Kind != DomainKind.Date)
        {
            return false;
        }

        foreach (var c in text.AsSpan(span.Start, span.Length))
        {
            if (!char.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private static TokenCover CoverOf(DomainKind kind) =>
        kind switch
        {
            DomainKind.Product => TokenCover.Product,
            DomainKind.Size or DomainKind.Packing or DomainKind.Percentage => TokenCover.Measure,
            DomainKind.Quantity => TokenCover.Quantity,
            DomainKind.Price => TokenCover.Price,
            DomainKind.Date => TokenCover.Date,
            DomainKind.Incoterm => TokenCover.Incoterm,
            DomainKind.Place => TokenCover.Place,
            _ => TokenCover.Document,
        };
}
