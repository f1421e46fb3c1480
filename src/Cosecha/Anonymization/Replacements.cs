using System.Security.Cryptography;
using System.Text;
using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization;

/// <summary>Decides what stands in the place of a finding, by the operators of the settings.</summary>
internal sealed class Replacements(AnonymizationOptions options)
{
    private readonly byte[] _key = options.HashKey.Length == 0 ? [] : Convert.FromBase64String(options.HashKey);

    /// <summary>The replacement of a finding; null when its type is kept.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="text">The message.</param>
    /// <param name="scope">Within which values are numbered.</param>
    public string? For(in Finding finding, string text, RedactionScope? scope)
    {
        if (finding.Type == PiiTypes.Org && !options.OrgEnabled)
        {
            return null;
        }

        return options.OperatorFor(finding.Type) switch
        {
            RedactionOperator.Keep => null,
            RedactionOperator.Numbered when scope != null =>
                $"[{PiiTypes.Word(finding.Type)}_{scope.Number(finding.Type, Canonical(finding, text))}]",
            RedactionOperator.Hash => $"[{PiiTypes.Word(finding.Type)}_{Convert.ToHexStringLower(Hash(finding, text).AsSpan(0, 6))}]",
            RedactionOperator.Surrogate => Surrogates.For(finding.Type, Hash(finding, text)),
            _ => PiiTypes.Placeholder(finding.Type),
        };
    }

    /// <summary>Whether any type is numbered, so that a scope is needed.</summary>
    public bool NeedScope { get; } = options.Operators.ContainsValue(RedactionOperator.Numbered);

    private byte[] Hash(in Finding finding, string text) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{finding.Type}\n{Canonical(finding, text)}"));

    /// <summary>The form in which equal values are equal: letters and digits, folded; the digits only of what is all figures.</summary>
    private static string Canonical(in Finding finding, string text)
    {
        var folded = Folding.FoldAll(text[finding.Start..finding.End]);
        return string.Concat(folded.Where(char.IsLetterOrDigit));
    }
}
