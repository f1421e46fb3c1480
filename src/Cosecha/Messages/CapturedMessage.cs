namespace Cosecha.Messages;

/// <summary>A message as the bot posted it. The only record that holds raw text: it lives in the queue <c>captured</c> and nowhere else.</summary>
/// <param name="Header">Identity and order.</param>
/// <param name="Content">The raw text, at most 8,000 characters.</param>
public sealed record CapturedMessage(MessageHeader Header, string Content);
