using Cosecha.Capture;
using Cosecha.Messages;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryCapturedQueue : ICapturedQueue
{
    public List<CapturedMessage> Sent { get; } = [];

    public Task SendAsync(IReadOnlyList<CapturedMessage> messages, CancellationToken cancellationToken)
    {
        Sent.AddRange(messages);
        return Task.CompletedTask;
    }
}
