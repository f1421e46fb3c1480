using System.Text.RegularExpressions;

namespace Cosecha.Importing.WhatsApp;

/// <summary>The sender and the text of an entry, or why it is no message.</summary>
/// <param name="Sender">Who wrote it, as exported: a name, or the number of somebody without one.</param>
/// <param name="Text">The text; empty when <paramref name="Skipped"/> says why.</param>
/// <param name="Skipped">One of <see cref="SkipReasons"/>; null for a message.</param>
internal sealed partial record ChatEntry(string Sender, string Text, string? Skipped)
{
    /// <summary>Reads what follows a header, with all lines up to the next one.</summary>
    public static ChatEntry Read(string rest, bool isBracketed)
    {
        var match = SenderAndText().Match(rest);
        var sender = match.Success ? CleanSender(match.Groups["sender"].Value) : "";
        if (sender.Length == 0 || Notice().IsMatch(sender))
        {
            return new("", "", SkipReasons.Notice);
        }

        var written = match.Groups["text"].Value;
        var (text, skipped) = ChatText.Read(written, isBracketed && written.StartsWith(Invisible.Mark));
        return new(sender, text, skipped);
    }

    /// <summary>A sender or a name that the operator gave, without marks and with plain blanks and hyphens, as phone numbers do not have them.</summary>
    public static string CleanSender(string sender) =>
        Invisible.Without(sender).Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('\u2011', '-').Trim();

    [GeneratedRegex(@"^(?<sender>[^\n:]{1,200}):(?: (?<text>.*)|(?<text>\n.*|))\z", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex SenderAndText();

    /// <summary>What stands before the colon in a notice that has one: names of groups and their subjects may hold any.</summary>
    [GeneratedRegex(
        " created (this |the )?group| changed (the|this|their) | cre[óo] (el|este) grupo| cambi[óo] (el|la|su|de) "
            + "|end-to-end encrypted|cifrad[oa]s? de extremo a extremo|[Ss]ecurity code|[Cc]ódigo de seguridad",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Notice();
}
