using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>Picks where the goods go from the places that are mentioned: cities before countries, never where somebody is or something comes from.</summary>
internal static class DestinationRules
{
    private const int Named = 5;
    private const int Aimed = 4;
    private const int Listed = 2;
    private const int Chat = 4;

    public static string? Pick(TokenizedText text, List<Found> kept, IntentScore intent)
    {
        if (intent.Intent is Intents.Contact or Intents.Greeting or Intents.Help)
        {
            return null;
        }

        string? best = null;
        var bestScore = 0.0;
        foreach (var found in kept)
        {
            if (
                found.Kind != DomainKind.Place
                || !text.TryMatch(found.First, Mark.Place, out var match)
                || match.Entry.Source is not Place place
            )
            {
                continue;
            }

            // In talk about something else, a shipment under way too, a place is where it passes unless it is said to go there.
            var least = intent.Intent == Intents.Other && (intent.Score > Listed || Talk.OtherWords(text) > Chat) ? Aimed : Listed;
            var score = Score(text, found) is var rank && rank >= least ? rank + Precision(place, rank) : 0;
            if (score > bestScore)
            {
                (best, bestScore) = (found.Value, score);
            }
        }

        return best ?? Unlisted(text, kept);
    }

    // A city counts more than the country that is named beside it; a continent only where goods are sent to it in so many words.
    private static double Precision(Place place, int rank) =>
        place.Level switch
        {
            PlaceLevel.City => 3.5,
            PlaceLevel.Country => 0,
            PlaceLevel.Airport => 3,
            _ => rank >= Aimed ? -1 : -rank,
        };

    private static int Score(TokenizedText text, Found found)
    {
        var before = found.First - 1;
        if (text.Ends(before, Mark.From))
        {
            return 0;
        }

        for (var i = before; i >= 0 && i >= before - 2; i--)
        {
            if (text.Ends(i, Mark.Incoterm))
            {
                return IsOrigin(text, i) ? 0 : Named;
            }

            if (!text.Ends(i, Mark.To) && !text.Ends(i, Mark.At) && !text.IsSymbol(i, ':') && !text.IsSymbol(i, ','))
            {
                break;
            }
        }

        if (text.Ends(before, Mark.Destination))
        {
            return Named;
        }

        if (
            text.Ends(before, Mark.To)
            || ((text.IsSymbol(before, ':') || text.Ends(before, Mark.Article)) && text.Ends(before - 1, Mark.To))
        )
        {
            return Aimed;
        }

        // "de Valencia" says where something is from; "en Valencia" may be where it goes.
        return text.Ends(before, Mark.Of) ? 0 : Listed;
    }

    private static bool IsOrigin(TokenizedText text, int last)
    {
        for (var i = last; i >= 0 && i > last - 3; i--)
        {
            if (text.TryMatch(i, Mark.Incoterm, out var term))
            {
                return term.Entry.Source is Incoterm { Origin: true };
            }
        }

        return false;
    }

    // A place that the gazetteer lacks, after a word that only a destination follows.
    private static string? Unlisted(TokenizedText text, List<Found> kept)
    {
        for (var i = 1; i < text.Count; i++)
        {
            var term = text.Ends(i - 1, Mark.Incoterm) && !IsOrigin(text, i - 1);
            var announced = term || text.Ends(i - 1, Mark.Destination) || (text.IsSymbol(i - 1, ':') && text.Ends(i - 2, Mark.Destination));
            if (announced && IsName(text, i) && !kept.Exists(f => i >= f.First && i < f.Next))
            {
                var end = text.SameLine(i + 1) && IsName(text, i + 1) && char.IsUpper(text.Text[text.Tokens[i + 1].Start]) ? i + 1 : i;
                return Title(text.Text[text.Tokens[i].Start..text.Tokens[end].End]);
            }
        }

        return null;
    }

    private static bool IsName(TokenizedText text, int token) =>
        text.IsWord(token) && text.Tokens[token].Length >= 4 && !text.IsKnown(token);

    private static string Title(string name) =>
        string.Join(
            ' ',
            name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..].ToLowerInvariant())
        );
}
