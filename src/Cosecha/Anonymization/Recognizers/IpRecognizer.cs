using System.Net;
using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Internet addresses, version 4 and 6.</summary>
internal sealed class IpRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; i++)
        {
            var last =
                message.At(i).Kind == TokenKind.Number && !message.At(i - 1).Is(WordFlags.VersionCue) ? LastOfVersion4(message, i) : -1;
            last = last < 0 ? LastOfVersion6(message, i) : last;
            if (last > i)
            {
                last = LastOfPort(message, last);
                findings.Add(
                    new Finding(PiiTypes.Ip, message.At(i).Start, message.At(last).End, 0.95, "ip", "form of an internet address")
                );
                i = last;
            }
        }
    }

    /// <summary>The port behind a colon, or the length of a network behind a slash.</summary>
    private static int LastOfPort(MessageText message, int last)
    {
        ref readonly var number = ref message.At(last + 2);
        var longest =
            message.Mark(last + 1) == ':' ? 5
            : message.Mark(last + 1) == '/' ? 2
            : 0;
        var joined = !message.At(last + 1).SpaceBefore && number is { Kind: TokenKind.Number, SpaceBefore: false };
        return joined && number.Length <= longest ? last + 2 : last;
    }

    private static int LastOfVersion4(MessageText message, int first)
    {
        for (var octet = 0; octet < 4; octet++)
        {
            var i = first + (octet * 2);
            var joined = octet == 0 || (message.Mark(i - 1) == '.' && !message.At(i).SpaceBefore && !message.At(i - 1).SpaceBefore);
            if (!joined || message.At(i) is not { Kind: TokenKind.Number, Length: <= 3 } || int.Parse(message.Chars(i), null) > 255)
            {
                return -1;
            }
        }

        var end = first + 6;
        var goesOn = message.Mark(end + 1) == '.' && message.At(end + 2) is { Kind: TokenKind.Number, SpaceBefore: false };
        var cameFrom = message.Mark(first - 1) == '.' && !message.At(first).SpaceBefore && !message.At(first - 1).SpaceBefore;
        return goesOn || cameFrom || HasLeadingZero(message, first) ? -1 : end;
    }

    /// <summary>Phone numbers with dots may have four groups too, but some of theirs open with a zero; an address has none.</summary>
    private static bool HasLeadingZero(MessageText message, int first)
    {
        for (var i = first; i <= first + 6; i += 2)
        {
            if (message.At(i).Length > 1 && message.Chars(i)[0] == '0')
            {
                return true;
            }
        }

        return false;
    }

    private static int LastOfVersion6(MessageText message, int first)
    {
        var (last, colons) = (first, 0);
        for (var i = first; i < message.Count && i < first + 16 && (i == first || !message.At(i).SpaceBefore); i++)
        {
            if (message.Mark(i) == ':')
            {
                colons++;
            }
            else if (message.At(i).Kind > TokenKind.Mixed || message.At(i).Length > 4)
            {
                break;
            }
            else
            {
                last = i;
            }
        }

        if (colons < 3)
        {
            return -1;
        }

        var text = message.Text.AsSpan(message.At(first).Start..message.At(last).End);
        return IPAddress.TryParse(text, out _) ? last : -1;
    }
}
