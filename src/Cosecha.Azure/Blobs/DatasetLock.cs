using Azure.Storage.Blobs;
using Cosecha.Datasets;
using Microsoft.Extensions.Logging;

namespace Cosecha.Azure.Blobs;

/// <summary>The lock of the data sets: a lease on the blob <c>lock</c> in the container <c>finetune</c>.</summary>
public sealed partial class DatasetLock(StorageAccount account, TimeProvider clock, ILogger<DatasetLock> logger) : IDatasetLock
{
    private static readonly TimeSpan s_length = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly BlobClient _blob = account.Blobs.GetBlobContainerClient(StorageNames.FinetuneContainer).GetBlobClient("lock");

    /// <inheritdoc />
    public async Task<IDatasetHold?> TakeAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var start = clock.GetTimestamp();
        while (true)
        {
            if (await BlobLock.TryTakeAsync(_blob, s_length, clock, e => LogLost(e.GetType().Name), cancellationToken) is { } taken)
            {
                return new Hold(taken);
            }

            if (clock.GetElapsedTime(start) >= wait)
            {
                return null;
            }

            await Task.Delay(s_pause, clock, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The lock of the data sets is lost ({Problem}): what is being written is given up")]
    private partial void LogLost(string problem);

    private sealed class Hold(BlobLock blobLock) : IDatasetHold
    {
        public CancellationToken Lost => blobLock.Lost;

        public ValueTask DisposeAsync() => blobLock.DisposeAsync();
    }
}
