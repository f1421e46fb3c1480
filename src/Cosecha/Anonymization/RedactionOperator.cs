namespace Cosecha.Anonymization;

/// <summary>What stands in the place of a personal span.</summary>
public enum RedactionOperator
{
    /// <summary>The type's placeholder, such as <c>[NAME]</c>. The default.</summary>
    Placeholder,

    /// <summary>The placeholder with a number, such as <c>[NAME_1]</c>: the same value, the same number within a scope.</summary>
    Numbered,

    /// <summary>The placeholder with a keyed hash of the value, such as <c>[NAME_5f3a9c01]</c>: the same value, the same hash everywhere.</summary>
    Hash,

    /// <summary>A made-up value of the same kind, the same for the same value. It looks real: for demonstrations, not for training.</summary>
    Surrogate,

    /// <summary>Nothing: the value stays, and no redaction is recorded.</summary>
    Keep,
}
