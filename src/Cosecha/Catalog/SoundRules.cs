namespace Cosecha.Catalog;

/// <summary>Rewrites a folded word by its sound, so that spellings that sound alike become equal. The longest rule wins; doubled letters count once.</summary>
internal sealed class SoundRules
{
    private readonly (string From, string To)[] _rules;

    public SoundRules(IEnumerable<KeyValuePair<string, string>> rules) =>
        _rules = [
            .. rules
                .Select(r => (r.Key, r.Value))
                .Distinct()
                .OrderByDescending(r => r.Key.Length)
                .ThenBy(r => r.Key, StringComparer.Ordinal),
        ];

    /// <summary>The sound of a word.</summary>
    public string Of(string word)
    {
        var buffer = new char[word.Length * 2];
        return new(buffer, 0, Write(word, buffer));
    }

    /// <summary>Writes the sound of a word.</summary>
    /// <param name="word">The folded word.</param>
    /// <param name="sound">Room for at least twice its length.</param>
    /// <returns>How many characters were written.</returns>
    public int Write(ReadOnlySpan<char> word, Span<char> sound)
    {
        var length = 0;
        for (var i = 0; i < word.Length; )
        {
            var rule = Rule(word[i..]);
            ReadOnlySpan<char> letters = rule < 0 ? word.Slice(i, 1) : _rules[rule].To;
            i += rule < 0 ? 1 : _rules[rule].From.Length;
            foreach (var letter in letters)
            {
                if (length == 0 || sound[length - 1] != letter)
                {
                    sound[length++] = letter;
                }
            }
        }

        return length;
    }

    private int Rule(ReadOnlySpan<char> rest)
    {
        for (var i = 0; i < _rules.Length; i++)
        {
            if (rest.StartsWith(_rules[i].From, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
