using System.Threading.Channels;

namespace Cosecha.LocalHost.Queues;

/// <summary>Ends a listener's pause early; a signal given while it is busy ends its next pause.</summary>
internal sealed class WakeSignal
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    public void Set() => channel.Writer.TryWrite(true);

    /// <summary>Forgets a signal that was given already.</summary>
    public void Reset() => channel.Reader.TryRead(out _);

    /// <summary>Pauses until the signal, the time or the cancellation, whichever comes first; never throws for the latter.</summary>
    public async Task PauseAsync(TimeSpan delay, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(delay, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        Task signal = channel.Reader.WaitToReadAsync(either.Token).AsTask();
        await signal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Reset();
    }
}
