using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>Looks for greetings and thanks, and for what is left beside them.</summary>
internal static class Talk
{
    /// <summary>How many words are no greeting, thanks, filler or placeholder.</summary>
    public static int OtherWords(TokenizedText text)
    {
        var others = 0;
        for (var i = 0; i < text.Count; )
        {
            if (IsPlaceholder(text, i))
            {
                i += 3;
            }
            else if (
                text.TryMatch(i, Mark.Greeting, out var talk)
                || text.TryMatch(i, Mark.Acknowledgement, out talk)
                || text.TryMatch(i, Mark.Filler, out talk)
            )
            {
                i = talk.Next;
            }
            else
            {
                others += text.Tokens[i].Kind == TokenKind.Symbol ? 0 : 1;
                i++;
            }
        }

        return others;
    }

    /// <summary>Whether a placeholder such as [NAME] starts at the token.</summary>
    public static bool IsPlaceholder(TokenizedText text, int token) =>
        text.IsSymbol(token, '[')
        && text.IsWord(token + 1)
        && text.IsSymbol(token + 2, ']')
        && text.IsJoined(token + 1)
        && text.IsJoined(token + 2);
}
