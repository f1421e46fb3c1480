using Cosecha.Retention;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryPoisonQueues : IPoisonQueues
{
    /// <summary>When each of its messages came in.</summary>
    public List<DateTimeOffset> Inserted { get; } = [];

    public Task<int> PurgeAsync(DateTimeOffset insertedBefore, CancellationToken cancellationToken) =>
        Task.FromResult(Inserted.RemoveAll(i => i < insertedBefore));
}
