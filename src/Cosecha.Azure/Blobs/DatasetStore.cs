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

    private static string Path(string version, string file) => $"versions/{version}/{file}";

    [GeneratedRegex(@"^[0-9]{8}T[0-9]{9}Z\z", RegexOptions.NonBacktracking)]
    private static partial Regex VersionName();

    /// <summary>At most one folder, and no dots to climb with.</summary>
    [GeneratedRegex(@"^([a-z]+/)?[a-z]+\.(jsonl|json|md)\z", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
