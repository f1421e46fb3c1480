using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Positions on the globe: a pair of decimal degrees, or degrees, minutes and seconds.</summary>
internal sealed class PositionRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (message.At(i).Kind != TokenKind.Number)
            {
                continue;
            }

            var last = LastOfPair(message, i);
            last = last < 0 ? LastOfSexagesimal(message, i) : last;
            if (last > i)
            {
                var start = message.Mark(i - 1) == '-' && !message.At(i).SpaceBefore ? i - 1 : i;
                findings.Add(
                    new Finding(PiiTypes.Geo, message.At(start).Start, message.At(last).End, 0.95, "position", "pair of coordinates")
                );
                i = last;
            }
        }
    }

    private static int LastOfPair(MessageText message, int first)
    {
        var latitude = LastOfDecimal(message, first, 90);
        if (latitude < 0)
        {
            return -1;
        }

        var next = latitude + 1;
        next += message.Mark(next) == '°' || message.At(next).Kind == TokenKind.Symbol ? 1 : 0;
        next += IsHemisphere(message, next) ? 1 : 0;
        next += message.Mark(next) is ',' or ';' or '/' ? 1 : 0;
        next += message.Chars(next) is "lng" or "lon" or "long" or "longitud" or "longitude" or "y" ? 1 : 0;
        next += message.Mark(next) is ':' or '=' ? 1 : 0;
        next += message.Mark(next) is '-' or '−' ? 1 : 0;
        var longitude = LastOfDecimal(message, next, 180);
        if (longitude < 0)
        {
            return -1;
        }

        longitude += message.At(longitude + 1).Kind == TokenKind.Symbol && !message.At(longitude + 1).SpaceBefore ? 1 : 0;
        return IsHemisphere(message, longitude + 1) ? longitude + 1 : longitude;
    }

    private static int LastOfDecimal(MessageText message, int index, int most)
    {
        var whole = message.At(index);
        var fraction = message.At(index + 2);
        var isDecimal =
            whole is { Kind: TokenKind.Number, Length: <= 3 }
            && message.Mark(index + 1) is '.' or ','
            && fraction is { Kind: TokenKind.Number, Length: >= 4, SpaceBefore: false }
            && !message.At(index + 1).SpaceBefore;
        return isDecimal && int.Parse(message.Chars(index), null) <= most ? index + 2 : -1;
    }

    private static int LastOfSexagesimal(MessageText message, int first)
    {
        var (last, numbers, hemispheres) = (-1, 0, 0);
        var degree = message.At(first + 1).Kind == TokenKind.Symbol && message.Chars(first + 1) is "°" or "º" or "˚";
        for (var i = first; degree && i < message.Count && i < first + 24; i++)
        {
            ref readonly var token = ref message.At(i);
            if (IsHemisphere(message, i))
            {
                hemispheres++;
                last = i;
            }
            else if (token.Kind == TokenKind.Number)
            {
                numbers++;
            }
            else if (token.Kind != TokenKind.Symbol && message.Mark(i) is not ('\'' or '"' or '.' or ',' or '′' or '″' or '’' or '”'))
            {
                break;
            }

            if (hemispheres == 2)
            {
                break;
            }
        }

        return hemispheres >= 1 && numbers >= 2 ? last : -1;
    }

    private static bool IsHemisphere(MessageText message, int index) =>
        message.Chars(index) is "N" or "S" or "E" or "W" or "O" or "n" or "s" or "e" or "w" or "o";
}
