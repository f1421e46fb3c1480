namespace Cosecha.Datasets.Cleaning;

/// <summary>One thing of the business that a text says.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Value">Its canonical form; of one that is negated, with an exclamation mark before it.</param>
internal readonly record struct Fact(FactKind Kind, string Value);
