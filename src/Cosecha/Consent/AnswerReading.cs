using Cosecha.Requests;

namespace Cosecha.Consent;

/// <summary>The body of an answer, or what is wrong with it.</summary>
/// <param name="Answer">The answer; null when a field is wrong.</param>
/// <param name="Error">The wrong field; null when none is.</param>
public sealed record AnswerReading(ConsentAnswer? Answer, FieldError? Error);
