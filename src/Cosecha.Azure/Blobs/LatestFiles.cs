using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Cosecha.Datasets;

namespace Cosecha.Azure.Blobs;

/// <summary>The newest version's files at the top of the container, where trainers take them from. The lineage stays with the version: it names users.</summary>
internal sealed class LatestFiles(BlobContainerClient container)
{
    private const string ManifestName = "manifest.json";

    /// <summary>Copies the files of a version unless they are there. The manifest comes last: with it the copy is whole.</summary>
    /// <param name="newest">The version; null when there is none, so that no files may stay.</param>
    /// <param name="folder">Path of its folder, with a slash at the end.</param>
    /// <param name="cancellationToken">Ends the copying; the next call goes on.</param>
    public async Task RefreshAsync(Manifest? newest, string folder, CancellationToken cancellationToken)
    {
        var current = await ReadManifestAsync(cancellationToken);
        if (current?.Folder == newest?.Folder)
        {
            return;
        }

        var names = newest?.Files.Select(f => f.Name).Where(name => name != LineageLine.FileName).ToList() ?? [];
        foreach (var name in names)
        {
            var source = container.GetBlobClient(folder + name);
            await using var content = await source.OpenReadAsync(cancellationToken: cancellationToken);
            await UploadAsync(container.GetBlobClient(name), content, "application/jsonl", cancellationToken);
        }

        foreach (var name in current?.Files.Select(f => f.Name).Except(names) ?? [])
        {
            await container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellationToken);
        }

        if (newest is not null)
        {
            await WriteManifestAsync(container, "", newest, cancellationToken);
            return;
        }

        await container.DeleteBlobIfExistsAsync(DatasetCard.FileName, cancellationToken: cancellationToken);
        await container.DeleteBlobIfExistsAsync(ManifestName, cancellationToken: cancellationToken);
    }

    /// <summary>Writes what people read first: the data set card, then the manifest.</summary>
    public static async Task WriteManifestAsync(
        BlobContainerClient container,
        string folder,
        Manifest manifest,
        CancellationToken cancellationToken
    )
    {
        var card = Encoding.UTF8.GetBytes(DatasetCard.Of(manifest));
        await UploadAsync(
            container.GetBlobClient(folder + DatasetCard.FileName),
            new MemoryStream(card),
            "text/markdown",
            cancellationToken
        );
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, DatasetJson.Indented.Manifest);
        await UploadAsync(container.GetBlobClient(folder + ManifestName), new MemoryStream(json), "application/json", cancellationToken);
    }

    private async Task<Manifest?> ReadManifestAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await container.GetBlobClient(ManifestName).OpenReadAsync(cancellationToken: cancellationToken);
            return await JsonSerializer.DeserializeAsync(content, DatasetJson.Plain.Manifest, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static async Task UploadAsync(BlobClient blob, Stream content, string contentType, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } };
        await blob.UploadAsync(content, options, cancellationToken);
    }
}
