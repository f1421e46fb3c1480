namespace Cosecha.Catalog;

/// <summary>Rewrites a folded word by its sound, so that spellings that sound alike become equal. The longest rule wins; doubled letters count once.</summary>
internal sealed class SoundRules
{
    private const int Places = 128;

    /// <summary>The rules by the letter that they begin with, the longest first; letters beyond Latin's share the last place.</summary>
    private readonly (string From, string To)[][] _rules;

    public SoundRules(IEnumerable<KeyValuePair<string, string>> rules)
    {
        var byLetter = rules
            .Select(r => (From: r.Key, To: r.Value))
            .Distinct()
            .OrderByDescending(r => r.From.Length)
            .ThenBy(r => r.From, StringComparer.Ordinal)
            .ToLookup(r => Place(r.From[0]));
        _rules = [.. Enumerable.Range(0, Places).Select(place => byLetter[place].ToArray())];
    }

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
            ReadOnlySpan<char> letters = rule.From is null ? word.Slice(i, 1) : rule.To;
            i += rule.From?.Length ?? 1;
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

    private (string? From, string? To) Rule(ReadOnlySpan<char> rest)
    {
        foreach (var rule in _rules[Place(rest[0])])
        {
            if (rest.StartsWith(rule.From, StringComparison.Ordinal))
            {
                return rule;
            }
        }

        return default;
    }

    private static int Place(char letter) => Math.Min((int)letter, Places - 1);
}
