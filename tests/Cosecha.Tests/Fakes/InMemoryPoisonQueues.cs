using Cosecha.Failures;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryPoisonQueues : IPoisonQueues
{
    /// <summary>The queue of which it is the poison queue.</summary>
    public const string Queue = "captured";

    /// <summary>When each of its messages came in.</summary>
    public List<DateTimeOffset> Inserted { get; } = [];

    /// <summary>Whether somebody else holds messages that nobody sees.</summary>
    public bool IsHeld { get; set; }

    public List<string> Payloads { get; } = [];

    /// <summary>What was moved back, in order.</summary>
    public List<string> Back { get; } = [];

    /// <summary>Called for each payload that is back in its queue, while the walk goes on.</summary>
    public Action<string> OnBack { get; set; } = _ => { };

    public Task<int> PurgeAsync(DateTimeOffset insertedBefore, CancellationToken cancellationToken) =>
        Task.FromResult(Inserted.RemoveAll(i => i < insertedBefore));

    public async Task<bool> RewriteAsync(Func<string, string, Task<string?>> remainder, CancellationToken cancellationToken)
    {
        foreach (var payload in Payloads.ToList())
        {
            var rest = await remainder(Queue, payload);
            Payloads.Remove(payload);
            if (rest is not null)
            {
                Payloads.Add(rest);
            }
        }

        return !IsHeld;
    }

    public async Task<bool> MoveBackAsync(
        string queue,
        Func<string, Task<IReadOnlyList<string>?>> back,
        Func<string, Task> moved,
        CancellationToken cancellationToken
    )
    {
        var left = new List<string>();
        while (Payloads is [var payload, ..])
        {
            cancellationToken.ThrowIfCancellationRequested();
            Payloads.RemoveAt(0);
            if (await back(payload) is not { } payloads)
            {
                left.Add(payload);
                continue;
            }

            Back.AddRange(payloads);
            payloads.ToList().ForEach(OnBack);
            await moved(payload);
        }

        Payloads.AddRange(left);
        return !IsHeld;
    }
}
