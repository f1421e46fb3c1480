using System.Security.Cryptography;
using System.Text;
using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization;

/// <summary>Decides what stands in the place of a finding, by the operators of the settings.</summary>
internal sealed class Replacements(AnonymizationOptions options)
{
    private readonly byte[] _key = options.HashKey.Length == 0 ? [] : Convert.FromBase64String(options.HashKey);

    /// <summary>The replacement of a finding; null when its type is kept.</summary>
    private string? For(in Finding finding, string text, RedactionScope? scope)
    {
        if (finding.Type == PiiTypes.Org && !options.OrgEnabled)
        {
            return null;
        }

        return options.OperatorFor(finding.Type) switch
        {
            RedactionOperator.Keep => null,
            RedactionOperator.Numbered when scope?.Number(finding.Type, Canonical(finding, text)) is { } number =>
                $"[{PiiTypes.Word(finding.Type)}_{number}]",
            RedactionOperator.Hash => $"[{PiiTypes.Word(finding.Type)}_{Convert.ToHexStringLower(Hash(finding, text).AsSpan(0, 6))}]",
            RedactionOperator.Surrogate => Surrogates.For(finding.Type, Hash(finding, text)),
            _ => PiiTypes.Placeholder(finding.Type),
        };
    }

    /// <summary>Replaces findings in a text of which other stretches may have been replaced before.</summary>
    /// <param name="before">The text.</param>
    /// <param name="findings">What to replace, in order of position; none touches an earlier replacement.</param>
    /// <param name="scope">Within which values are numbered.</param>
    public AnonymizedText Apply(AnonymizedText before, List<Finding> findings, RedactionScope? scope)
    {
        var text = before.Text;
        var output = new StringBuilder(text.Length + (findings.Count * 8));
        var redactions = new List<Redaction>(before.Redactions.Count + findings.Count);
        var (position, next) = (0, 0);
        foreach (var finding in findings)
        {
            if (For(finding, text, scope) is not { } replacement)
            {
                continue;
            }

            CopyTo(finding.Start);
            redactions.Add(new Redaction(finding.Type, replacement, output.Length, finding.Detector, finding.Score, finding.Reason));
            output.Append(replacement);
            position = finding.End;
        }

        CopyTo(text.Length);
        return new AnonymizedText(output.ToString(), redactions);

        void CopyTo(int end)
        {
            for (; next < before.Redactions.Count && before.Redactions[next].Start < end; next++)
            {
                var earlier = before.Redactions[next];
                redactions.Add(earlier with { Start = earlier.Start - position + output.Length });
            }

            output.Append(text, position, end - position);
        }
    }

    /// <summary>Whether any type is numbered, so that a scope is needed.</summary>
    public bool NeedsScope { get; } = options.Operators.ContainsValue(RedactionOperator.Numbered);

    private byte[] Hash(in Finding finding, string text) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{finding.Type}\n{Canonical(finding, text)}"));

    /// <summary>The form in which equal values are equal: letters and digits, folded; the digits only of what is all figures.</summary>
    private static string Canonical(in Finding finding, string text)
    {
        var folded = Folding.FoldAll(text[finding.Start..finding.End]);
        return string.Concat(folded.Where(char.IsLetterOrDigit));
    }
}
