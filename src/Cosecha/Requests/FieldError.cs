namespace Cosecha.Requests;

/// <summary>What is wrong with a field. Never repeats the field's content.</summary>
/// <param name="Field">The field, by its wire name.</param>
/// <param name="Reason">What is wrong and what would be right.</param>
/// <param name="IsTooLarge">True when size is what is wrong: HTTP 413 instead of 400.</param>
public sealed record FieldError(string Field, string Reason, bool IsTooLarge = false);
