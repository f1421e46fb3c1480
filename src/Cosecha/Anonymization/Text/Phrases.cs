namespace Cosecha.Anonymization.Text;

/// <summary>Names of several words, such as <c>Puerto Montt</c>, each with what its tokens are covered by. Marks between the words do not matter.</summary>
internal sealed class Phrases
{
    private readonly Dictionary<ulong, List<(ulong[] Tail, TokenCover Cover)>> _byHead = [];

    /// <summary>Adds a phrase.</summary>
    /// <param name="entry">Its words with underscores between them.</param>
    /// <param name="cover">What its tokens are covered by.</param>
    /// <returns>The hash of its first word, by which tokens are known that may begin a phrase.</returns>
    public ulong Add(string entry, TokenCover cover)
    {
        var words = entry.Split(['_', '&', '+', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Select(w => Folding.Hash(w)).ToArray();
        if (!_byHead.TryGetValue(words[0], out var phrases))
        {
            _byHead[words[0]] = phrases = [];
        }

        phrases.Add((words[1..], cover));
        phrases.Sort((a, b) => b.Tail.Length.CompareTo(a.Tail.Length));
        return words[0];
    }

    /// <summary>Covers the tokens of every phrase that nothing covers yet, longer phrases first.</summary>
    public void Cover(MessageText message)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (message.At(i) is { Cover: TokenCover.None } token && token.Is(WordFlags.PhraseHead))
            {
                foreach (var (tail, cover) in _byHead[token.Hash])
                {
                    if (EndOf(message, i, tail) is var end and >= 0)
                    {
                        message.Cover(i, token.Start, message.At(end).End, cover);
                        foreach (ref var inner in message.Tokens[(i + 1)..(end + 1)])
                        {
                            inner.Flags |= WordFlags.PhraseInner;
                        }

                        i = end;
                        break;
                    }
                }
            }
        }
    }

    /// <summary>The last token of a phrase that starts at <paramref name="first"/>; -1 when it does not.</summary>
    private static int EndOf(MessageText message, int first, ulong[] tail)
    {
        var last = first;
        foreach (var word in tail)
        {
            var next = last + 1;
            while (message.Mark(next) is '-' or '+' or '&' or '.' or '\'' or '’' && next <= last + 2)
            {
                next++;
            }

            if (message.At(next) is not { Kind: TokenKind.Word, LineBefore: false, Cover: TokenCover.None } token || token.Hash != word)
            {
                return -1;
            }

            last = next;
        }

        return last;
    }
}
