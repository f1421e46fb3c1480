using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Cosecha.Azure;
using Microsoft.Extensions.Configuration;

namespace Cosecha.Cli.Doctor;

/// <summary>
/// The storage account of the settings, asked once and without patience. Where the app is a managed identity, whoever runs the doctor asks as
/// themselves: <c>az login</c>, or what else <see cref="DefaultAzureCredential"/> finds.
/// </summary>
internal sealed record StorageClients(TableServiceClient Tables, QueueServiceClient Queues, BlobServiceClient Blobs)
{
    /// <summary>The suffixes of the setting that name the addresses.</summary>
    public static IReadOnlyList<string> Addresses { get; } = ["tableServiceUri", "queueServiceUri", "blobServiceUri"];

    /// <summary>Makes the clients; no network call yet.</summary>
    /// <exception cref="InvalidDataException">The setting is missing or has no usable form; the message is without its value.</exception>
    public static StorageClients Connect(IConfiguration settings)
    {
        try
        {
            return settings[StorageAccount.Setting] is { Length: > 0 } connection ? ByKey(connection) : ByIdentity(settings);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException($"{StorageAccount.Setting} is not a storage connection string", e);
        }
    }

    private static StorageClients ByKey(string connection) =>
        new(
            new(connection, Impatient(new TableClientOptions())),
            new(connection, Impatient(StorageApi.Queues(QueueMessageEncoding.None))),
            new(connection, Impatient(StorageApi.Blobs()))
        );

    private static StorageClients ByIdentity(IConfiguration settings)
    {
        var addresses = Addresses.Select(name => AddressOf(settings, name)).ToList();
        var identity = new DefaultAzureCredential();
        return new(
            new(addresses[0], identity, Impatient(new TableClientOptions())),
            new(addresses[1], identity, Impatient(StorageApi.Queues(QueueMessageEncoding.None))),
            new(addresses[2], identity, Impatient(StorageApi.Blobs()))
        );
    }

    private static Uri AddressOf(IConfiguration settings, string name) =>
        !Uri.TryCreate(settings[$"{StorageAccount.Setting}:{name}"], UriKind.Absolute, out var address)
            ? throw new InvalidDataException($"{StorageAccount.Setting} is not set, nor is {StorageAccount.Setting}__{name} an address")
        : address.Scheme == Uri.UriSchemeHttps ? address
        // The clients send no token over http.
        : throw new InvalidDataException($"{StorageAccount.Setting}__{name} must be an https address");

    private static T Impatient<T>(T options)
        where T : ClientOptions
    {
        (options.Retry.MaxRetries, options.Retry.NetworkTimeout) = (0, TimeSpan.FromSeconds(10));
        return options;
    }
}
