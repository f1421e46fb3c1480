using Cosecha.Requests;

namespace Cosecha.Capture;

/// <summary>One element of a request: a message, or what is wrong with it.</summary>
/// <param name="Message">The message; null when a field is wrong.</param>
/// <param name="Error">The first wrong field; null when none is.</param>
/// <param name="MessageId">The id that the bot gave, for the answer; null when it gave none or no text.</param>
public sealed record PostedReading(PostedMessage? Message, FieldError? Error, string? MessageId);
