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
/// Data set versions in the container <c>finetune</c>: a folder <c>versions/{version}</c> for each (<c>versions/{version}.{revision}</c> once lines were
/// erased), and the latest one's files at the top. The table <c>datasets</c> lists the versions that are whole, with their manifests.
/// </summary>
public sealed partial class DatasetStore(StorageAccount account) : IDatasetStore
{
    private const string VersionsFolder = "versions/";
    private const string Partition = "versions";
    private const string ManifestColumn = "Manifest";

    private readonly BlobContainerClient _container = account.Blobs.GetBlobContainerClient(StorageNames.FinetuneContainer);
    private readonly LatestFiles _latest = new(account.Blobs.GetBlobContainerClient(StorageNames.FinetuneContainer));
    private readonly TableClient _versions = account.Tables.GetTableClient(StorageNames.DatasetsTable);

    /// <inheritdoc />
    public async Task<Stream> CreateAsync(string folder, string file, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var options = new BlockBlobOpenWriteOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/jsonl" } };
        return await _container.GetBlockBlobClient(Path(folder, file)).OpenWriteAsync(overwrite: true, options, cancellationToken);
    }

    /// <inheritdoc />
    public async Task PublishAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        await LatestFiles.WriteManifestAsync(_container, Path(manifest.Folder, ""), manifest, cancellationToken);
        var row = new TableEntity(Partition, manifest.Version)
        {
            [ManifestColumn] = JsonSerializer.Serialize(manifest, DatasetJson.Plain.Manifest),
        };
        await _versions.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        await RefreshLatestAsync(cancellationToken);
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
            yield return ManifestOf(row);
        }
    }

    /// <inheritdoc />
    public async Task UnlistAsync(string version, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        await _versions.DeleteEntityAsync(Partition, version, ETag.All, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> ReadFoldersAsync(CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var options = new GetBlobsByHierarchyOptions { Prefix = VersionsFolder, Delimiter = "/" };
        var items = await _container.GetBlobsByHierarchyAsync(options, cancellationToken).ToListAsync(cancellationToken);
        // Whatever else somebody put there is not ours to delete.
        return [.. items.Where(i => i.IsPrefix).Select(i => i.Prefix[VersionsFolder.Length..^1]).Where(f => FolderName().IsMatch(f))];
    }

    /// <inheritdoc />
    public async Task DeleteFolderAsync(string folder, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var files = _container.GetBlobsAsync(new GetBlobsOptions { Prefix = Path(folder, "") }, cancellationToken);
        await foreach (var file in files)
        {
            await _container.DeleteBlobIfExistsAsync(file.Name, DeleteSnapshotsOption.IncludeSnapshots, null, cancellationToken);
        }
    }

    /// <inheritdoc />
    public async Task RefreshLatestAsync(CancellationToken cancellationToken)
    {
        var newest = await ListAsync(cancellationToken).FirstOrDefaultAsync(cancellationToken);
        await _latest.RefreshAsync(newest, newest is null ? "" : Path(newest.Folder, ""), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Stream?> OpenAsync(string version, string file, CancellationToken cancellationToken)
    {
        if (!VersionName().IsMatch(version) || !FileName().IsMatch(file))
        {
            return null;
        }

        await account.ReadyAsync(cancellationToken);
        var row = await _versions.GetEntityIfExistsAsync<TableEntity>(Partition, version, cancellationToken: cancellationToken);
        if (!row.HasValue)
        {
            return null;
        }

        try
        {
            var blob = _container.GetBlobClient(Path(ManifestOf(row.Value!).Folder, file));
            return await blob.OpenReadAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static Manifest ManifestOf(TableEntity row) =>
        JsonSerializer.Deserialize(row.GetString(ManifestColumn), DatasetJson.Plain.Manifest)!;

    private static string Path(string folder, string file) => $"{VersionsFolder}{folder}/{file}";

    [GeneratedRegex(@"^[0-9]{8}T[0-9]{9}Z\z", RegexOptions.NonBacktracking)]
    private static partial Regex VersionName();

    [GeneratedRegex(@"^[0-9]{8}T[0-9]{9}Z(\.[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex FolderName();

    /// <summary>At most one folder, and no dots to climb with.</summary>
    [GeneratedRegex(@"^(README\.md|([a-z]+/)?[a-z]+\.(jsonl|json))\z", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
