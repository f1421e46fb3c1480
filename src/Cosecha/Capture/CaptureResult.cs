using Cosecha.Requests;

namespace Cosecha.Capture;

/// <summary>The answer for one posted message.</summary>
/// <param name="MessageId">The id that the bot gave, or the one derived for it; null for an invalid message without one.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Error">The wrong field of an invalid message.</param>
public sealed record CaptureResult(string? MessageId, CaptureStatus Status, FieldError? Error = null);
