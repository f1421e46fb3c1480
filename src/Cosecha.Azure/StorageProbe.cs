using Cosecha.Health;

namespace Cosecha.Azure;

/// <summary>Asks the storage account for signs of life.</summary>
public sealed class StorageProbe(StorageAccount account) : IStorageProbe
{
    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, int>> ReadQueueDepthsAsync(CancellationToken cancellationToken)
    {
        var names = StorageNames.Queues.Concat(StorageNames.Queues.Select(q => q + StorageNames.PoisonSuffix)).ToList();
        var depths = await Task.WhenAll(names.Select(DepthAsync));
        return names.Zip(depths).ToDictionary(q => q.First, q => q.Second);

        async Task<int> DepthAsync(string name)
        {
            var properties = await account.QueueService.GetQueueClient(name).GetPropertiesAsync(cancellationToken);
            return properties.Value.ApproximateMessagesCount;
        }
    }

    /// <inheritdoc />
    public async Task TouchAsync(CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var consents = account.Tables.GetTableClient(StorageNames.ConsentsTable);
        await consents.GetEntityIfExistsAsync<global::Azure.Data.Tables.TableEntity>(
            "health",
            "health",
            cancellationToken: cancellationToken
        );
        await account.Blobs.GetBlobContainerClient(StorageNames.FinetuneContainer).ExistsAsync(cancellationToken);
    }
}
