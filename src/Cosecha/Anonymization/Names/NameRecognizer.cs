using Cosecha.Anonymization.Recognizers;
using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Names;

/// <summary>Names of persons.</summary>
internal sealed class NameRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (!Opens(message, i))
            {
                continue;
            }

            var last = i;
            while (
                message.At(last + 1) is { Kind: TokenKind.Word, Cover: TokenCover.None, LineBefore: false } next
                && GoesOn(message.At(i), next)
            )
            {
                last++;
            }

            findings.Add(new Finding(PiiTypes.Person, message.At(i).Start, message.At(last).End, 0.7, "name", "listed name"));
            i = last;
        }
    }

    private static bool Opens(MessageText message, int index)
    {
        ref readonly var token = ref message.At(index);
        var introduced =
            message.At(index - 1).Is(WordFlags.Introduction | WordFlags.Honorific) && token.Case is LetterCase.Title or LetterCase.Upper;
        return token.Kind == TokenKind.Word
            && token.Cover == TokenCover.None
            && token.Is(WordFlags.Given)
            && (introduced || !token.Is(WordFlags.Ordinary));
    }

    private static bool GoesOn(in Token first, in Token next) =>
        next.Is(WordFlags.Family | WordFlags.Given) && (next.Case == first.Case || !next.Is(WordFlags.Ordinary));
}
