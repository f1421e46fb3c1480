using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Cosecha.Azure;

/// <summary>
/// The storage account behind <c>AzureWebJobsStorage</c>, the setting that the Functions host reads too: a connection string, or
/// <c>AzureWebJobsStorage__blobServiceUri</c>, <c>__queueServiceUri</c> and <c>__tableServiceUri</c> with a managed identity.
/// </summary>
public sealed class StorageAccount
{
    /// <summary>The setting's name.</summary>
    public const string Setting = "AzureWebJobsStorage";

    private readonly Lock _lock = new();
    private Task? _ready;

    /// <summary>Makes the clients; no network call yet.</summary>
    /// <param name="configuration">Where the setting is.</param>
    /// <param name="tableOptions">How tables are called; null for the client's own way.</param>
    /// <exception cref="InvalidOperationException">Neither form of the setting is there.</exception>
    public StorageAccount(IConfiguration configuration, TableClientOptions? tableOptions = null)
    {
        var queueOptions = StorageApi.Queues(QueueMessageEncoding.Base64);
        // What is not base64 nobody of us has sent; without a handler, one such message would block the reading of all others.
        queueOptions.MessageDecodingFailed += _ => Task.CompletedTask;
        if (configuration[Setting] is { Length: > 0 } connection)
        {
            Tables = new TableServiceClient(connection, tableOptions);
            QueueService = new QueueServiceClient(connection, queueOptions);
            Blobs = new BlobServiceClient(connection, StorageApi.Blobs());
            return;
        }

        var identity = Identity(configuration);
        Tables = new TableServiceClient(Endpoint(configuration, "tableServiceUri"), identity, tableOptions);
        QueueService = new QueueServiceClient(Endpoint(configuration, "queueServiceUri"), identity, queueOptions);
        Blobs = new BlobServiceClient(Endpoint(configuration, "blobServiceUri"), identity, StorageApi.Blobs());
    }

    /// <summary>The tables.</summary>
    public TableServiceClient Tables { get; }

    /// <summary>The queues; payloads are base64, as the trigger expects.</summary>
    public QueueServiceClient QueueService { get; }

    /// <summary>The blobs.</summary>
    public BlobServiceClient Blobs { get; }

    /// <summary>The app's managed identity: the one whose client id stands in <c>AzureWebJobsStorage__clientId</c>, else the system-assigned one.</summary>
    public static ManagedIdentityCredential Identity(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new(
            configuration[$"{Setting}:clientId"] is { Length: > 0 } clientId
                ? ManagedIdentityId.FromUserAssignedClientId(clientId)
                : ManagedIdentityId.SystemAssigned
        );
    }

    /// <summary>
    /// Waits until all tables, queues and containers are there. The first caller creates what is missing; a failure is not kept, so the next caller
    /// tries again.
    /// </summary>
    public Task ReadyAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_ready is null || _ready.IsFaulted || _ready.IsCanceled)
            {
                _ready = CreateAsync();
            }

            return _ready.WaitAsync(cancellationToken);
        }
    }

    private Task CreateAsync()
    {
        var queues = StorageNames.Queues.Concat(StorageNames.Queues.Select(q => q + StorageNames.PoisonSuffix));
        return Task.WhenAll([
            .. StorageNames.Tables.Select(name => (Task)Tables.CreateTableIfNotExistsAsync(name)),
            .. queues.Select(name => QueueService.GetQueueClient(name).CreateIfNotExistsAsync()),
            Blobs.GetBlobContainerClient(StorageNames.FinetuneContainer).CreateIfNotExistsAsync(),
        ]);
    }

    private static Uri Endpoint(IConfiguration configuration, string name) =>
        Uri.TryCreate(configuration[$"{Setting}:{name}"], UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException(
                $"{Setting} is not set. Give it a connection string (UseDevelopmentStorage=true for Azurite), "
                    + $"or set {Setting}__{name} and its siblings to use a managed identity."
            );
}
