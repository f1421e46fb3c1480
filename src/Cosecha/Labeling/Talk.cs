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
            if (
                text.TryMatch(i, Mark.Greeting, out var talk)
                || text.TryMatch(i, Mark.Acknowledgement, out talk)
                || text.TryMatch(i, Mark.Filler, out talk)
            )
            {
                i = talk.Next;
            }
            else
            {
                others += text.Tokens[i].Kind is TokenKind.Word or TokenKind.Digits ? 1 : 0;
                i++;
            }
        }

        return others;
    }
}
