using Cosecha.Messages;

namespace Cosecha.Capture;

/// <summary>The queue <c>captured</c>, the only place outside a request where raw text may be; for a day at most.</summary>
public interface ICapturedQueue
{
    /// <summary>Sends messages, in as few queue messages as their size allows.</summary>
    Task SendAsync(IReadOnlyList<CapturedMessage> messages, CancellationToken cancellationToken);
}
