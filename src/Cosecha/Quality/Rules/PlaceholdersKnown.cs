using System.Collections.Frozen;
using Cosecha.Catalog;

namespace Cosecha.Quality.Rules;

/// <summary>Words in capitals and square brackets are placeholders that the anonymizer writes, with or without a number.</summary>
internal sealed class PlaceholdersKnown : IQualityRule
{
    // DESIGN.md, section 4; HANDLE is what a name on a social network becomes.
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "NAME",
        "PHONE",
        "EMAIL",
        "ADDRESS",
        "ID",
        "CARD",
        "ACCOUNT",
        "URL",
        "HANDLE",
        "IP",
        "LOCATION",
        "DATE",
        "ORG"
    );

    public string Reason => QualityReasons.UnknownPlaceholder;

    public bool Holds(QualitySubject subject) =>
        subject.Text.Tokens.Tokens.All(t => t.Kind != TokenKind.Placeholder || Known.Contains(Word(subject.Text.Text, t)));

    private static string Word(string text, Token placeholder) =>
        text.Substring(placeholder.Start + 1, placeholder.Length - 2).Split('_')[0];
}
