using Cosecha.Requests;

namespace Cosecha.Consent;

/// <summary>The body of a grant, or what is wrong with it.</summary>
/// <param name="Grant">The grant; null when a field is wrong.</param>
/// <param name="Error">The wrong field; null when none is.</param>
public sealed record GrantReading(ConsentGrant? Grant, FieldError? Error);
