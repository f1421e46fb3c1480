using Cosecha.Catalog;

namespace Cosecha.Datasets.Cleaning;

/// <summary>Takes a text apart into facts and words, in one walk.</summary>
internal sealed class FormBuilder
{
    private readonly FormVocabulary _vocabulary;
    private readonly TokenizedText _text;
    private readonly Found?[] _found;
    private readonly List<Fact> _facts = [];
    private readonly List<FormWord> _words = [];
    private bool _negated;
    private bool _ordered;

    public FormBuilder(DomainText read, FormVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _text = read.Tokens;
        _found = new Found?[_text.Count];
        foreach (var found in read.Found)
        {
            Array.Fill(_found, found, found.First, found.Next - found.First);
        }
    }

    public TextForm Build()
    {
        for (var i = 0; i < _text.Count; )
        {
            i = ReadFound(i) is var next && next > i ? next : ReadToken(i);
        }

        return new TextForm(FactOrder.Write(_facts), [.. _words], _ordered || FactOrder.IsList(_facts));
    }

    private int ReadFound(int token)
    {
        if (_found[token] is not { } found)
        {
            return token;
        }

        if (found.Kind == DomainKind.Document && FactReader.CodeStart(_text, found) == token)
        {
            Add(FactReader.Code(_text, token, found.Next));
            return found.Next;
        }

        if (found.First == token && FactReader.IsFraction(_text, found))
        {
            Add(FactReader.Fraction(found));
            return found.Next;
        }

        if (!IsWholeAt(token))
        {
            return token;
        }

        Add(FactReader.Whole(found));
        return found.Next;
    }

    private bool IsWholeAt(int token) => _found[token] is { } found && found.First == token && FactReader.IsWhole(found);

    private int ReadToken(int token)
    {
        var kind = _text.Tokens[token].Kind;
        if (kind == TokenKind.Placeholder)
        {
            Add(new(FactKind.Placeholder, _text.Text.Substring(_text.Tokens[token].Start, _text.Tokens[token].Length)));
            return token + 1;
        }

        var next = FactReader.Number(_text, token, _found[token]?.Kind, out var number);
        if (next > token)
        {
            Add(number);
            return next;
        }

        if (_text.TryMatch(token, Mark.Month, out var date) || _text.TryMatch(token, Mark.Weekday, out date))
        {
            Add(new(FactKind.Date, string.Concat(Enumerable.Range(token, date.Count).Select(KeyOf))));
            return date.Next;
        }

        return kind == TokenKind.Word ? ReadPhrase(token) : ReadSymbol(token);
    }

    private int ReadSymbol(int token)
    {
        if (_text.Tokens[token].Value is '€' or '£')
        {
            Add(new(FactKind.Unit, ((char)_text.Tokens[token].Value).ToString()));
        }

        return token + 1;
    }

    private int ReadPhrase(int token)
    {
        if (!_vocabulary.MayBegin(FormText.LettersOf(_text, token)))
        {
            return ReadWord(token);
        }

        Span<int> words = stackalloc int[FormText.LongestPhrase];
        var count = 0;
        for (var i = token; i >= 0 && count < words.Length && !IsWholeAt(i); i = FormText.NextWord(_text, i))
        {
            words[count++] = i;
        }

        for (; count > 0; count--)
        {
            var phrase = FormText.PhraseOf(_text, words[..count]);
            _ordered |= _vocabulary.IsOrdered(phrase);
            if (_vocabulary.IsNegation(phrase))
            {
                Negate();
                return words[count - 1] + 1;
            }

            if (_vocabulary.IsFiller(phrase))
            {
                AddFillers(words[..count]);
                return words[count - 1] + 1;
            }
        }

        return ReadWord(token);
    }

    private int ReadWord(int token)
    {
        if (_text.TryMatch(token, Mark.Unit, out var unit))
        {
            var fact = new Fact(FactKind.Unit, unit.Entry.Value!);
            // "master ctn" names one thing twice.
            if (_negated || !IsUnitBefore(token) || _facts[^1] != fact)
            {
                Add(fact);
            }

            return unit.Next;
        }

        _words.Add(Word(token, filler: false));
        _negated = false;
        return token + 1;
    }

    private bool IsUnitBefore(int token) => _facts.Count > 0 && _text.Ends(token - 1, Mark.Unit);

    private void AddFillers(ReadOnlySpan<int> words)
    {
        foreach (var word in words)
        {
            _words.Add(Word(word, filler: true));
        }
    }

    private FormWord Word(int token, bool filler)
    {
        var letters = FormText.LettersOf(_text, token);
        var shortened = _text.IsSymbol(token + 1, '.') && _text.IsJoined(token + 1);
        var capitals = !_text.Text.AsSpan(_text.Tokens[token].Start, _text.Tokens[token].Length).ContainsAnyExceptInRange('A', 'Z');
        return new(letters, _vocabulary.KeyOf(letters), _vocabulary.IsKnown(letters), filler, _negated && !filler, shortened, capitals);
    }

    private string KeyOf(int token) => _vocabulary.KeyOf(FormText.LettersOf(_text, token));

    // "no, no quiero" says no once.
    private void Negate()
    {
        if (!_negated)
        {
            _facts.Add(new(FactKind.Negation, "!"));
            _negated = true;
        }
    }

    private void Add(Fact fact)
    {
        _facts.Add(_negated ? fact with { Value = "!" + fact.Value } : fact);
        _negated = false;
    }
}
