using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.LocalHost.Timers;

/// <summary>Keeps when a timer function last ran, so that a host that was away can make up for what it missed.</summary>
internal sealed partial class TimerStatusStore(BlobClient blob)
{
    /// <summary>The recorded state; null if the function has never been scheduled.</summary>
    public async Task<ScheduleStatus?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var content = await blob.DownloadContentAsync(cancellationToken);
            return content.Value.Content.ToObjectFromJson(StatusJson.Default.ScheduleStatus);
        }
        catch (RequestFailedException missing)
            when (missing.ErrorCode == BlobErrorCode.BlobNotFound || missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    public Task WriteAsync(ScheduleStatus status, CancellationToken cancellationToken) =>
        blob.UploadAsync(BinaryData.FromObjectAsJson(status, StatusJson.Default.ScheduleStatus), overwrite: true, cancellationToken);

    [JsonSerializable(typeof(ScheduleStatus))]
    private sealed partial class StatusJson : JsonSerializerContext;
}
