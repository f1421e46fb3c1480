using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Cosecha.Azure;
using Cosecha.Datasets;
using Cosecha.Messages;

namespace Cosecha.Benchmarks.Export;

/// <summary>Reads the rows of the table and uploads as many bytes as an export did, with nothing between: as many ranges, as many at once, as many files.</summary>
internal sealed class BareExport(StorageAccount account, IReadOnlyList<UserKeyRange> ranges)
{
    private const int AtOnce = 4;

    private readonly TableClient _messages = account.Tables.GetTableClient(StorageNames.MessagesTable);
    private readonly BlobContainerClient _container = account.Blobs.GetBlobContainerClient(StorageNames.FinetuneContainer);

    public async Task<int> RunAsync(Manifest like, CancellationToken cancellationToken)
    {
        var rows = 0;
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            ranges,
            limits,
            async (range, token) =>
            {
                var (first, end) = (range.First ?? "", range.End ?? "~");
                var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {end}");
                await foreach (var _ in _messages.QueryAsync<TableEntity>(filter, cancellationToken: token))
                {
                    Interlocked.Increment(ref rows);
                }
            }
        );

        foreach (var file in like.Files)
        {
            await UploadAsync(file, cancellationToken);
        }

        return rows;
    }

    private async Task UploadAsync(ManifestFile file, CancellationToken cancellationToken)
    {
        var line = new byte[file.Lines == 0 ? 0 : file.Bytes / file.Lines];
        var blob = _container.GetBlockBlobClient($"bare/{file.Name}");
        await using var target = await blob.OpenWriteAsync(overwrite: true, cancellationToken: cancellationToken);
        for (var i = 0; i < file.Lines; i++)
        {
            await target.WriteAsync(line, cancellationToken);
        }
    }
}
