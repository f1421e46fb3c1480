namespace Cosecha.Failures;

/// <summary>What became of the messages of a poison queue.</summary>
/// <param name="Moved">Queue messages that are back in their queue.</param>
/// <param name="Withdrawn">Chat messages in them that are gone, since their users no longer allow them.</param>
/// <param name="Expired">Queue messages that are gone, since they failed first longer ago than poison is kept (<c>Retention__Poison</c>).</param>
/// <param name="Repeated">Queue messages that stay: they were taken back before and failed for the same cause again.</param>
/// <param name="IsComplete">Whether all were seen. If not, time was up or some are in other hands: do it again.</param>
public sealed record RedriveReport(int Moved, int Withdrawn, int Expired, int Repeated, bool IsComplete);
