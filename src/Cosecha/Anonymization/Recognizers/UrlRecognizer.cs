using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>
/// Links: to personal profiles, to a chat with a phone number, to a place on a map. A link to anything else stays, unless it
/// carries an e-mail address or a phone number, which their own recognizers find inside it.
/// </summary>
internal sealed class UrlRecognizer : IRecognizer
{
    private enum Site
    {
        None,
        Profile,
        Chat,
        Map,
    }

    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; )
        {
            var end = i + 1;
            while (end < message.Count && !message.At(end).SpaceBefore)
            {
                end++;
            }

            JudgeBlock(message, i, end, findings);
            i = end;
        }
    }

    /// <summary>Judges a stretch without spaces: a host that is a known site, a slash after it, and something behind.</summary>
    private static void JudgeBlock(MessageText message, int first, int end, List<Finding> findings)
    {
        for (var host = first; host < end - 2; host++)
        {
            var site = SiteOf(message, host);
            if (site == Site.None)
            {
                continue;
            }

            var slash = LastOfHost(message, host, end) + 1;
            if (slash >= end - 1 || message.Mark(slash) is not ('/' or '?'))
            {
                continue;
            }

            var last = TrimMarks(message, slash, end);
            if (last > slash)
            {
                findings.Add(Finding(message, StartOf(message, first, host), last, site));
                return;
            }
        }
    }

    private static Finding Finding(MessageText message, int first, int last, Site site)
    {
        var (type, reason) = site switch
        {
            Site.Chat => (PiiTypes.Phone, "link to a chat with a phone number"),
            Site.Map => (PiiTypes.Geo, "link to a place on a map"),
            _ => (PiiTypes.Url, "link to a personal profile"),
        };
        return new Finding(type, message.At(first).Start, message.At(last).End, 0.97, "url", reason);
    }

    private static Site SiteOf(MessageText message, int host)
    {
        ref readonly var token = ref message.At(host);
        // "google.com/maps/place/…" names the map in the path.
        if (token.Is(WordFlags.MapHost) && message.Mark(host - 1) == '/' && message.Mark(host + 1) is '/' or '?')
        {
            return Site.Map;
        }

        if (token.Kind > TokenKind.Mixed || message.Mark(host + 1) != '.')
        {
            return Site.None;
        }

        if (token.Is(WordFlags.ChatHost))
        {
            return Site.Chat;
        }

        if (token.Is(WordFlags.MapHost))
        {
            return Site.Map;
        }

        return token.Is(WordFlags.ProfileHost) && message.At(host + 2).Is(WordFlags.Tld) ? Site.Profile : Site.None;
    }

    private static int LastOfHost(MessageText message, int host, int end)
    {
        var last = host;
        while (last + 2 < end && message.Mark(last + 1) is '.' or '-' && message.At(last + 2).Kind <= TokenKind.Mixed)
        {
            last += 2;
        }

        return last;
    }

    private static int StartOf(MessageText message, int first, int host)
    {
        var start = host;
        while (start > first && (message.At(start - 1).Kind <= TokenKind.Mixed || message.Mark(start - 1) is '.' or ':' or '/' or '-'))
        {
            start--;
        }

        while (message.At(start).Kind == TokenKind.Mark)
        {
            start++;
        }

        return start;
    }

    private static int TrimMarks(MessageText message, int slash, int end)
    {
        var last = end - 1;
        while (last > slash && message.Mark(last) is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '"' or '\'' or '”' or '»')
        {
            last--;
        }

        return last;
    }
}
