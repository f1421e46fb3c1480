using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Cosecha.Datasets;

namespace Cosecha.Azure.Blobs;

/// <summary>The newest version's files at the top of the container, where trainers take them from. The lineage stays with the version: it names users.</summary>
internal sealed class LatestFiles(BlobContainerClient container)
{
    /// <summary>Name of a manifest, here and in a version's folder.</summary>
    public const string Manifest = "manifest.json";

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

        await (
            newest is null
                ? container.DeleteBlobIfExistsAsync(Manifest, cancellationToken: cancellationToken)
                : WriteManifestAsync(container.GetBlobClient(Manifest), newest, cancellationToken)
        );
    }

    /// <summary>Writes a manifest for people to read.</summary>
    public static Task WriteManifestAsync(BlobClient blob, Manifest manifest, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, DatasetJson.Indented.Manifest);
        return UploadAsync(blob, new MemoryStream(json), "application/json", cancellationToken);
    }

    private async Task<Manifest?> ReadManifestAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await container.GetBlobClient(Manifest).OpenReadAsync(cancellationToken: cancellationToken);
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
