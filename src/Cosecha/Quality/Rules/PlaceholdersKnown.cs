using System.Collections.Frozen;
using Cosecha.Anonymization;
using Cosecha.Catalog;

namespace Cosecha.Quality.Rules;

/// <summary>Words in capitals and square brackets are placeholders that the anonymizer writes, with or without a number.</summary>
internal sealed class PlaceholdersKnown : IQualityRule
{
    private static readonly FrozenSet<string> Known = PiiTypes.All.Select(PiiTypes.Word).ToFrozenSet(StringComparer.Ordinal);

    public string Reason => QualityReasons.UnknownPlaceholder;

    public bool Holds(QualitySubject subject) =>
        subject.Text.Tokens.Tokens.All(t => t.Kind != TokenKind.Placeholder || Known.Contains(Word(subject.Text.Text, t)));

    private static string Word(string text, Token placeholder) =>
        text.Substring(placeholder.Start + 1, placeholder.Length - 2).Split('_')[0];
}
