using Azure.Storage.Blobs;
using Cosecha.LocalHost.Configuration;
using Cosecha.LocalHost.Invocation;

namespace Cosecha.LocalHost.Timers;

/// <summary>The blobs that hosts of the same functions share: a lock and a state for every timer function.</summary>
/// <remarks>Container and names are those of the Azure Functions host.</remarks>
internal sealed class TimerBlobs(StorageConnections storage, SettingResolver settings)
{
    private BlobContainerClient Container => storage.Container("azure-webjobs-hosts");

    public BlobClient Lock(FunctionDescriptor function) =>
        Container.GetBlobClient($"locks/{HostId(function)}/{function.FullName}.Listener");

    public BlobClient Status(FunctionDescriptor function) =>
        Container.GetBlobClient($"timers/{HostId(function)}/{function.FullName}/status");

    public Task CreateContainerAsync(CancellationToken cancellationToken) =>
        Container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    private string HostId(FunctionDescriptor function) =>
        settings.Find("AzureFunctionsWebHost__hostid")
        ?? function.Method.DeclaringType!.Assembly.GetName().Name!.ToLowerInvariant().Replace('.', '-');
}
