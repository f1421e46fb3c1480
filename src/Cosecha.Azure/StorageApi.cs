using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Cosecha.Azure;

/// <summary>
/// Client options with a version of the storage protocol that everybody speaks: the packages ask for the newest, and Azurite refuses a version
/// that is newer than itself. 2023-11-03 is known to Azurite from 3.28 on.
/// </summary>
public static class StorageApi
{
    /// <summary>Options of blob clients.</summary>
    public static BlobClientOptions Blobs() => new(BlobClientOptions.ServiceVersion.V2023_11_03);

    /// <summary>Options of queue clients.</summary>
    /// <param name="encoding">How payloads are encoded.</param>
    public static QueueClientOptions Queues(QueueMessageEncoding encoding) =>
        new(QueueClientOptions.ServiceVersion.V2023_11_03) { MessageEncoding = encoding };
}
