using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Cosecha.Azure;

namespace Cosecha.AcceptanceTests;

/// <summary>Reads a storage account behind the app's back.</summary>
internal sealed class Storage(string connectionString)
{
    private readonly TableServiceClient _tables = new(connectionString);
    private readonly BlobServiceClient _blobs = new(connectionString, StorageApi.Blobs());
    private readonly QueueServiceClient _queues = new(connectionString, StorageApi.Queues(QueueMessageEncoding.Base64));

    /// <summary>The rows of a table.</summary>
    public async Task<IReadOnlyList<TableEntity>> ReadTableAsync(string table, CancellationToken cancellationToken) =>
        await _tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellationToken).ToListAsync(cancellationToken);

    /// <summary>Puts a message into a queue, as a stranger would.</summary>
    public Task SendAsync(string queue, string payload, CancellationToken cancellationToken) =>
        _queues.GetQueueClient(queue).SendMessageAsync(payload, cancellationToken);

    /// <summary>The messages that are visible in a queue, 32 at most.</summary>
    public async Task<IReadOnlyList<string>> PeekAsync(string queue, CancellationToken cancellationToken) =>
        [.. (await _queues.GetQueueClient(queue).PeekMessagesAsync(32, cancellationToken)).Value.Select(m => m.Body.ToString())];

    /// <summary>Everything in the account as text, each with the place where it lies: all cells, all blobs, all queues but <c>captured</c>.</summary>
    public async IAsyncEnumerable<(string Place, string Text)> ReadAllAsync()
    {
        await foreach (var table in _tables.QueryAsync())
        {
            await foreach (var row in _tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                foreach (var (column, value) in row)
                {
                    yield return ($"{table.Name}.{column}", $"{value}");
                }
            }
        }

        await foreach (var container in _blobs.GetBlobContainersAsync())
        {
            await foreach (var blob in _blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
            {
                var content = await _blobs.GetBlobContainerClient(container.Name).GetBlobClient(blob.Name).DownloadContentAsync();
                yield return ($"{container.Name}/{blob.Name}", blob.Name + content.Value.Content);
            }
        }

        await foreach (var queue in _queues.GetQueuesAsync())
        {
            foreach (var payload in queue.Name == "captured" ? [] : await PeekAsync(queue.Name, CancellationToken.None))
            {
                yield return (queue.Name, payload);
            }
        }
    }
}
