using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Positions on the globe: a pair of decimal degrees, degrees with minutes and seconds, or a code of a grid.</summary>
internal sealed class PositionRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (GridCodes.LastOf(message, i) is var code and >= 0)
            {
                findings.Add(new Finding(PiiTypes.Geo, message.At(i).Start, message.At(code).End, 0.95, "position", "code of a place"));
                i = code;
                continue;
            }

            var last = message.At(i).Kind == TokenKind.Number ? LastOfPair(message, i) : -1;
            last = last < 0 ? Sexagesimal.LastOf(message, i) : last;
            if (last > i)
            {
                var start = message.Mark(i - 1) == '-' && !message.At(i).SpaceBefore ? i - 1 : i;
                start -= Sexagesimal.OpensWithHemisphere(message, i) ? 1 : 0;
                findings.Add(
                    new Finding(PiiTypes.Geo, message.At(start).Start, message.At(last).End, 0.95, "position", "pair of coordinates")
                );
                i = last;
            }
        }
    }

    private static int LastOfPair(MessageText message, int first)
    {
        // After "lat" or "GPS" two decimals are enough; without, "31.40, 41.50" are sizes or prices.
        var fewest = IsAnnounced(message, first) ? 1 : 4;
        var latitude = LastOfDecimal(message, first, 90, fewest);
        if (latitude < 0)
        {
            return -1;
        }

        var next = latitude + 1;
        next += message.Mark(next) == '°' || message.At(next).Kind == TokenKind.Symbol ? 1 : 0;
        next += IsHemisphere(message, next) ? 1 : 0;
        next += message.Mark(next) is ',' or ';' or '/' ? 1 : 0;
        next += message.At(next).Is(WordFlags.GeoCue) || message.Chars(next) is "y" ? 1 : 0;
        next += message.Mark(next) is ':' or '=' or '.' ? 1 : 0;
        next += message.Mark(next) is '-' or '−' ? 1 : 0;
        var longitude = LastOfDecimal(message, next, 180, fewest);
        if (longitude < 0)
        {
            return -1;
        }

        longitude += message.At(longitude + 1).Kind == TokenKind.Symbol && !message.At(longitude + 1).SpaceBefore ? 1 : 0;
        return IsHemisphere(message, longitude + 1) ? longitude + 1 : longitude;
    }

    private static bool IsAnnounced(MessageText message, int first)
    {
        for (var i = first - 1; i >= first - 4 && !message.At(i + 1).LineBefore; i--)
        {
            if (message.At(i).Is(WordFlags.GeoCue))
            {
                return true;
            }

            if (message.At(i).Kind == TokenKind.Number)
            {
                return false;
            }
        }

        return false;
    }

    private static int LastOfDecimal(MessageText message, int index, int most, int fewest)
    {
        var whole = message.At(index);
        var fraction = message.At(index + 2);
        var isDecimal =
            whole is { Kind: TokenKind.Number, Length: <= 3 }
            && message.Mark(index + 1) is '.' or ','
            && fraction is { Kind: TokenKind.Number, SpaceBefore: false }
            && fraction.Length >= fewest
            && !message.At(index + 1).SpaceBefore;
        return isDecimal && int.Parse(message.Chars(index), null) <= most ? index + 2 : -1;
    }

    private static bool IsHemisphere(MessageText message, int index) => Sexagesimal.IsHemisphere(message.Chars(index));
}
