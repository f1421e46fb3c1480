using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Cosecha.Azure.Blobs;

/// <summary>Lets one process at a time do something: a blob lease, renewed while held.</summary>
public sealed class BlobLock : IAsyncDisposable
{
    private readonly BlobLeaseClient _lease;
    private readonly TimeSpan _length;
    private readonly TimeProvider _time;
    private readonly Action<Exception> _onLost;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _released = new();
    private readonly Task _renewal;

    private BlobLock(BlobLeaseClient lease, TimeSpan length, TimeProvider time, Action<Exception> onLost)
    {
        _lease = lease;
        _length = length;
        _time = time;
        _onLost = onLost;
        _renewal = RenewAsync();
    }

    /// <summary>Cancelled when the lock cannot be counted on any longer.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Takes the lock; null while another process has it.</summary>
    /// <param name="blob">What is leased; created if it is missing.</param>
    /// <param name="length">How long the lock outlives a process that died, 15 to 60 seconds.</param>
    /// <param name="time">The clock of the renewals.</param>
    /// <param name="onLost">Is told why a lock was lost.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<BlobLock?> TryTakeAsync(
        BlobClient blob,
        TimeSpan length,
        TimeProvider time,
        Action<Exception> onLost,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(blob);
        var lease = blob.GetBlobLeaseClient();
        try
        {
            if (!await blob.ExistsAsync(cancellationToken))
                await blob.UploadAsync(BinaryData.Empty, cancellationToken);
            await lease.AcquireAsync(length, cancellationToken: cancellationToken);
            return new BlobLock(lease, length, time, onLost);
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

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync();
        await _renewal;
        if (!_lost.IsCancellationRequested)
            await ReleaseAsync();
        _released.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync()
    {
        var renewed = _time.GetTimestamp();
        while (!_lost.IsCancellationRequested)
        {
            await Task.Delay(_length / 3, _time, _released.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_released.IsCancellationRequested)
                return;
            // A call that hangs must not outlive the lease.
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(_released.Token);
            limit.CancelAfter(_length / 4);
            try
            {
                await _lease.RenewAsync(cancellationToken: limit.Token);
                renewed = _time.GetTimestamp();
            }
            catch (Exception problem) when (StorageProblem.Is(problem))
            {
                // Refused: someone else has it. Out of reach: someone else may have it once its time is over.
                if (problem is RequestFailedException { Status: >= 400 and < 500 } || _time.GetElapsedTime(renewed) >= _length * 2 / 3)
                {
                    _onLost(problem);
                    await _lost.CancelAsync();
                }
            }
        }
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await _lease.ReleaseAsync();
        }
        // Then it ends by itself.
        catch (Exception problem) when (StorageProblem.Is(problem)) { }
    }
}
