using Cosecha.Catalog;
using Cosecha.Labeling;

namespace Cosecha.Filtering;

/// <summary>Keeps the messages from which something can be learned, by the <c>usable</c> rules of data/README.md. Safe to share between threads.</summary>
/// <param name="reader">The reader of the catalog.</param>
public sealed class RelevanceFilter(DomainReader reader)
{
    private const int Shortest = 5;
    private const int FewWords = 3;

    /// <summary>Why the message is filtered out.</summary>
    /// <param name="anonymizedText">The text with placeholders.</param>
    /// <returns>A code of <see cref="DiscardReasons"/>; null when the message is kept.</returns>
    public string? DiscardReason(string anonymizedText) => DiscardReason(reader.ReadText(anonymizedText));

    /// <summary>Why a message that was read already is filtered out.</summary>
    /// <returns>A code of <see cref="DiscardReasons"/>; null when the message is kept.</returns>
    public static string? DiscardReason(DomainText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text.Text))
        {
            return DiscardReasons.Empty;
        }

        if (text.Found.Exists(f => f.Kind == DomainKind.Size || f is { Kind: DomainKind.Product, Value: not null }))
        {
            return null;
        }

        var intent = IntentRules.Score(text.Tokens, text.Found);
        if (intent.Usable)
        {
            return text.Text.Trim().Length < Shortest ? DiscardReasons.TooShort : null;
        }

        return Chatter(text, intent);
    }

    private static string Chatter(DomainText text, IntentScore intent)
    {
        var others = Talk.OtherWords(text.Tokens);
        if (intent.Intent == Intents.Greeting)
        {
            return DiscardReasons.Greeting;
        }

        var tokens = text.Tokens.Tokens;
        if (tokens.Any(t => t.Kind == TokenKind.Placeholder) && tokens.Count(t => t.Kind is TokenKind.Word or TokenKind.Digits) <= FewWords)
        {
            return DiscardReasons.MostlyPersonal;
        }

        if (others == 0)
        {
            return DiscardReasons.Acknowledgement;
        }

        if (
            text.Found.Exists(f =>
                f.Kind is DomainKind.Percentage or DomainKind.Quantity or DomainKind.Place or DomainKind.Price or DomainKind.Packing
            )
        )
        {
            return DiscardReasons.Fragment;
        }

        return text.Text.Trim().Length < Shortest ? DiscardReasons.TooShort : DiscardReasons.Irrelevant;
    }
}
