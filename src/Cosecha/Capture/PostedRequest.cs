using Cosecha.Requests;

namespace Cosecha.Capture;

/// <summary>The body of a request: its messages, or why there are none.</summary>
/// <param name="Messages">One element for each message, in order.</param>
/// <param name="IsBatch">True for <c>{"messages":[...]}</c>: each message is reported on its own.</param>
/// <param name="Error">What is wrong with the body as a whole; null when nothing is.</param>
public sealed record PostedRequest(IReadOnlyList<PostedReading> Messages, bool IsBatch, FieldError? Error);
