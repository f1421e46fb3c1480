namespace Cosecha.Catalog;

/// <summary>Reads places. A word that is also a name or a common word needs the surroundings of a place.</summary>
internal static class PlaceReader
{
    public static bool TryRead(TokenizedText text, int token, out Found found)
    {
        found = default;
        if (!text.TryMatch(token, Mark.Place, out var match))
        {
            return false;
        }

        var place = (Place)match.Entry.Source!;
        if (place.Ambiguous && !IsPlaced(text, token) && !IsListed(text, match.Next))
        {
            return false;
        }

        found = new(DomainKind.Place, token, match.Next, place.Name);
        return true;
    }

    private static bool IsPlaced(TokenizedText text, int token)
    {
        var before = token - 1;
        if (text.Ends(before, Mark.Incoterm) || text.Ends(before, Mark.To) || text.Ends(before, Mark.At) || text.Ends(before, Mark.From))
        {
            return true;
        }

        var sign = text.IsSymbol(before, ',') || text.IsSymbol(before, '-') || text.IsSymbol(before, '/') || text.IsSymbol(before, ':');
        return sign && (text.Ends(before - 1, Mark.Place) || text.Ends(before - 1, Mark.To) || text.Ends(before - 1, Mark.Incoterm));
    }

    private static bool IsListed(TokenizedText text, int next) =>
        text.SameLine(next) && (text.IsSymbol(next, ',') || text.IsSymbol(next, '-')) && text.Is(next + 1, Mark.Place);
}
