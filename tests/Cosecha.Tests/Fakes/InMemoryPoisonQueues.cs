using Cosecha.Erasure;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryPoisonQueues : IPoisonQueues
{
    /// <summary>When each of its messages came in.</summary>
    public List<DateTimeOffset> Inserted { get; } = [];

    /// <summary>Whether somebody else holds messages that nobody sees.</summary>
    public bool IsHeld { get; set; }

    public List<string> Payloads { get; } = [];

    public Task<int> PurgeAsync(DateTimeOffset insertedBefore, CancellationToken cancellationToken) =>
        Task.FromResult(Inserted.RemoveAll(i => i < insertedBefore));

    public async Task<bool> RewriteAsync(Func<string, Task<string?>> remainder, CancellationToken cancellationToken)
    {
        foreach (var payload in Payloads.ToList())
        {
            var rest = await remainder(payload);
            Payloads.Remove(payload);
            if (rest is not null)
            {
                Payloads.Add(rest);
            }
        }

        return !IsHeld;
    }
}
