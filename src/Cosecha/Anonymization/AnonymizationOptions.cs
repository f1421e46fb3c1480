using System.ComponentModel.DataAnnotations;

namespace Cosecha.Anonymization;

/// <summary>Settings of the <see cref="Anonymizer"/>, section <c>Anonymization</c>.</summary>
public sealed class AnonymizationOptions : IValidatableObject
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Anonymization";

    /// <summary>
    /// The operator of a type, such as <c>Anonymization__Operators__PERSON=Numbered</c>; a type that is not named gets
    /// <see cref="RedactionOperator.Placeholder"/>.
    /// </summary>
    public Dictionary<string, RedactionOperator> Operators { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Whether the customer's company is redacted. On by default.</summary>
    public bool OrgEnabled { get; set; } = true;

    /// <summary>Words that are never taken for a name, such as the business's own brand. Single words; case and accents do not matter.</summary>
    public IList<string> Allow { get; set; } = [];

    /// <summary>Words that are always redacted as a name. Single words; case and accents do not matter.</summary>
    public IList<string> Deny { get; set; } = [];

    /// <summary>The secret of the operators <see cref="RedactionOperator.Hash"/> and <see cref="RedactionOperator.Surrogate"/>: base64, at least 32 bytes.</summary>
    public string HashKey { get; set; } = "";

    /// <summary>The score from which a finding is redacted, 0 to 1. Default 0.5.</summary>
    [Range(0.0, 1.0)]
    public double Threshold { get; set; } = 0.5;

    /// <summary>
    /// Whether the language model of the section <c>Ai</c> looks at the anonymized text once more. Off by default: the text leaves the app for it.
    /// </summary>
    public bool SecondOpinion { get; set; }

    /// <summary>The operator of a type.</summary>
    public RedactionOperator OperatorFor(string type) => Operators.GetValueOrDefault(type, RedactionOperator.Placeholder);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var type in Operators.Keys.Where(type => !PiiTypes.All.Contains(type)))
        {
            yield return new ValidationResult(
                $"Anonymization__Operators__{type}: no such type; there are {string.Join(", ", PiiTypes.All)}."
            );
        }

        var keyed = Operators.Values.Any(value => value is RedactionOperator.Hash or RedactionOperator.Surrogate);
        if (keyed && !IsKey(HashKey))
        {
            yield return new ValidationResult(
                "Anonymization__HashKey needs a base64 secret of at least 32 bytes (openssl rand -base64 32) for the operators Hash and Surrogate."
            );
        }

        foreach (var setting in Places(nameof(Allow), Allow).Concat(Places(nameof(Deny), Deny)))
        {
            yield return new ValidationResult($"{setting} must be a single word.");
        }
    }

    /// <summary>The settings that hold no single word; not the words, which may be names.</summary>
    private static IEnumerable<string> Places(string list, IList<string> words) =>
        from word in words.Index()
        where word.Item.Length == 0 || word.Item.Any(char.IsWhiteSpace)
        select $"{Section}__{list}__{word.Index}";

    private static bool IsKey(string key)
    {
        var bytes = new byte[key.Length];
        return Convert.TryFromBase64String(key, bytes, out var length) && length >= 32;
    }
}
