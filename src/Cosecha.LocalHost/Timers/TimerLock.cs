using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Cosecha.LocalHost.Invocation;

namespace Cosecha.LocalHost.Timers;

/// <summary>Makes a timer function fire in one host only: a blob lease, renewed while held.</summary>
internal sealed class TimerLock : IAsyncDisposable
{
    private readonly BlobLeaseClient lease;
    private readonly TimeSpan length;
    private readonly TimeProvider time;
    private readonly Action<Exception> onLost;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource released = new();
    private readonly Task renewal;

    private TimerLock(BlobLeaseClient lease, TimeSpan length, TimeProvider time, Action<Exception> onLost)
    {
        this.lease = lease;
        this.length = length;
        this.time = time;
        this.onLost = onLost;
        renewal = RenewAsync();
    }

    /// <summary>Cancelled when the lock cannot be counted on any longer.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Takes the lock; null while another host has it.</summary>
    /// <param name="blob">What is leased; created if it is missing.</param>
    /// <param name="length">How long the lock outlives a host that died, 15 to 60 seconds.</param>
    /// <param name="time">The clock of the renewals.</param>
    /// <param name="onLost">Is told why a lock was lost.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<TimerLock?> TryTakeAsync(
        BlobClient blob,
        TimeSpan length,
        TimeProvider time,
        Action<Exception> onLost,
        CancellationToken cancellationToken
    )
    {
        var lease = blob.GetBlobLeaseClient();
        try
        {
            if (!await blob.ExistsAsync(cancellationToken))
                await blob.UploadAsync(BinaryData.Empty, cancellationToken);
            await lease.AcquireAsync(length, cancellationToken: cancellationToken);
            return new TimerLock(lease, length, time, onLost);
        }
        catch (RequestFailedException taken)
            when (taken.ErrorCode == BlobErrorCode.LeaseAlreadyPresent
                || taken.ErrorCode == BlobErrorCode.BlobAlreadyExists
                || taken.ErrorCode == BlobErrorCode.LeaseIdMissing
            )
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await released.CancelAsync();
        await renewal;
        if (!lost.IsCancellationRequested)
            await ReleaseAsync();
        released.Dispose();
        lost.Dispose();
    }

    private async Task RenewAsync()
    {
        var renewed = time.GetTimestamp();
        while (!lost.IsCancellationRequested)
        {
            await Task.Delay(length / 3, time, released.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (released.IsCancellationRequested)
                return;
            try
            {
                await lease.RenewAsync(cancellationToken: released.Token);
                renewed = time.GetTimestamp();
            }
            catch (Exception problem) when (StorageProblem.Is(problem))
            {
                // Refused: someone else has it. Out of reach: someone else may have it once its time is over.
                if (problem is RequestFailedException { Status: >= 400 and < 500 } || time.GetElapsedTime(renewed) >= length * 2 / 3)
                {
                    onLost(problem);
                    await lost.CancelAsync();
                }
            }
        }
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await lease.ReleaseAsync();
        }
        // Then it ends by itself.
        catch (Exception problem) when (StorageProblem.Is(problem)) { }
    }
}
