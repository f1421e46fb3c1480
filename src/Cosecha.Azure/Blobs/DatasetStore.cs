using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Cosecha.Datasets;

namespace Cosecha.Azure.Blobs;

/// <summary>
/// Data set versions in the container <c>finetune</c>: <c>versions/{version}/…</c> for each, and the latest one's files at the top. The table
/// <c>datasets</c> lists the versions that are whole.
/// </summary>
public sealed partial class DatasetStore(StorageAccount account) : IDatasetStore
{
    private const string ManifestFile = "manifest.json";
    private const string VersionsFolder = "versions/";
    private const string Partition = "versions";
    private const string ManifestColumn = "Manifest";

    private readonly BlobContainerClient _container = account.Blobs.GetBlobContainerClient(StorageNames.FinetuneContainer);
    private readonly TableClient _versions = account.Tables.GetTableClient(StorageNames.DatasetsTable);

    /// <inheritdoc />
    public async Task<Stream> CreateAsync(string version, string file, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var options = new BlockBlobOpenWriteOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/jsonl" } };
        return await _container.GetBlockBlobClient(Path(version, file)).OpenWriteAsync(overwrite: true, options, cancellationToken);
    }

    /// <inheritdoc />
    public async Task PublishAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, DatasetJson.Indented.Manifest);
        await UploadAsync(Path(manifest.Version, ManifestFile), new MemoryStream(json), "application/json", cancellationToken);
        foreach (var file in manifest.Files)
        {
            var source = _container.GetBlobClient(Path(manifest.Version, file.Name));
            await using var content = await source.OpenReadAsync(cancellationToken: cancellationToken);
            await UploadAsync(file.Name, content, "application/jsonl", cancellationToken);
        }

        await UploadAsync(ManifestFile, new MemoryStream(json), "application/json", cancellationToken);
        var row = new TableEntity(Partition, manifest.Version)
        {
            [ManifestColumn] = JsonSerializer.Serialize(manifest, DatasetJson.Plain.Manifest),
        };
        await _versions.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Manifest> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var rows = new List<TableEntity>();
        await foreach (var row in _versions.QueryAsync<TableEntity>(v => v.PartitionKey == Partition, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        foreach (var row in rows.AsEnumerable().Reverse())
        {
            yield return JsonSerializer.Deserialize(row.GetString(ManifestColumn), DatasetJson.Plain.Manifest)!;
        }
    }

    /// <inheritdoc />
    public async Task<string?> FindLatestAsync(CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var blob = _container.GetBlobClient(ManifestFile);
        if (!await blob.ExistsAsync(cancellationToken))
        {
            return null;
        }

        await using var content = await blob.OpenReadAsync(cancellationToken: cancellationToken);
        return (await JsonSerializer.DeserializeAsync(content, DatasetJson.Plain.Manifest, cancellationToken))!.Version;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> ReadVersionsAsync(CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var rows = _versions.QueryAsync<TableEntity>(
            v => v.PartitionKey == Partition,
            select: ["RowKey"],
            cancellationToken: cancellationToken
        );
        await foreach (var row in rows)
        {
            names.Add(row.RowKey);
        }

        var options = new GetBlobsByHierarchyOptions { Prefix = VersionsFolder, Delimiter = "/" };
        await foreach (var item in _container.GetBlobsByHierarchyAsync(options, cancellationToken))
        {
            if (item.IsPrefix)
            {
                names.Add(item.Prefix[VersionsFolder.Length..^1]);
            }
        }

        // Whatever else somebody put there is not ours to delete.
        return [.. names.Where(n => VersionName().IsMatch(n))];
    }

    /// <inheritdoc />
    public async Task DeleteAsync(string version, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        await _versions.DeleteEntityAsync(Partition, version, ETag.All, cancellationToken);
        var files = _container.GetBlobsAsync(new GetBlobsOptions { Prefix = Path(version, "") }, cancellationToken);
        await foreach (var file in files)
        {
            await _container.DeleteBlobIfExistsAsync(file.Name, DeleteSnapshotsOption.IncludeSnapshots, null, cancellationToken);
        }
    }

    /// <inheritdoc />
    public async Task<Stream?> OpenAsync(string version, string file, CancellationToken cancellationToken)
    {
        if (!VersionName().IsMatch(version) || !FileName().IsMatch(file))
        {
            return null;
        }

        await account.ReadyAsync(cancellationToken);
        try
        {
            return await _container.GetBlobClient(Path(version, file)).OpenReadAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private async Task UploadAsync(string path, Stream content, string contentType, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } };
        await _container.GetBlobClient(path).UploadAsync(content, options, cancellationToken);
    }

    private static string Path(string version, string file) => $"{VersionsFolder}{version}/{file}";

    [GeneratedRegex(@"^[0-9]{8}T[0-9]{9}Z\z", RegexOptions.NonBacktracking)]
    private static partial Regex VersionName();

    /// <summary>At most one folder, and no dots to climb with.</summary>
    [GeneratedRegex(@"^([a-z]+/)?[a-z]+\.(jsonl|json|md)\z", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
