namespace Cosecha.Messages;

/// <summary>What a stage sends on after one queue message.</summary>
/// <param name="Next">Payloads for the next queue.</param>
/// <param name="Refused">The payload itself when it could not be read: it goes to the poison queue as it is.</param>
public sealed record Hop(string[] Next, string[] Refused);
