using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Looks for the word that says what a number is: the nearest one before it decides.</summary>
internal static class Cues
{
    /// <summary>Every kind of word that announces a number.</summary>
    public const WordFlags Numbers =
        WordFlags.PhoneCue | WordFlags.IdCue | WordFlags.AccountCue | WordFlags.CardCue | WordFlags.BusinessCue;

    /// <summary>A business word speaks for the number next to it only, not across a comma; the others may stand a few words away.</summary>
    private const int BusinessReach = 3;

    /// <summary>
    /// The lists of the nearest announcing word among the <paramref name="reach"/> tokens before <paramref name="index"/>;
    /// none when there is none in the same line and sentence. A phone's pictogram counts as a phone's word.
    /// </summary>
    public static WordFlags Before(MessageText message, int index, int reach = 6)
    {
        var comma = false;
        for (var i = index - 1; i >= 0 && i >= index - reach; i--)
        {
            comma |= message.Mark(i) == ',';
            ref readonly var token = ref message.At(i);
            if (token.Is(Numbers) && ((i >= index - BusinessReach && !comma) || (token.Flags & Numbers) != WordFlags.BusinessCue))
            {
                return token.Flags & Numbers;
            }

            if (token.Kind == TokenKind.Symbol && IsPhonePictogram(message.Chars(i)))
            {
                return WordFlags.PhoneCue;
            }

            if (message.Mark(i) is ';' or '?' or '!' || (message.At(i + 1).LineBefore && message.Mark(i) != ':'))
            {
                return WordFlags.None;
            }
        }

        return WordFlags.None;
    }

    /// <summary>Whether a phone's pictogram.</summary>
    public static bool IsPhonePictogram(ReadOnlySpan<char> symbol)
    {
        if (symbol.IsEmpty)
        {
            return false;
        }

        return symbol[0] is '☎' or '✆' || symbol.StartsWith("📱") || symbol.StartsWith("📞") || symbol.StartsWith("📲");
    }
}
