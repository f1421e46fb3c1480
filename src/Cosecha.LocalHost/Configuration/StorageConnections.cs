using System.Collections.Concurrent;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Cosecha.Azure;
using Cosecha.LocalHost.Invocation;

namespace Cosecha.LocalHost.Configuration;

/// <summary>
/// Storage clients by connection name. A connection is a setting with a connection string, or a section with
/// <c>accountName</c> or <c>queueServiceUri</c> and <c>blobServiceUri</c>, then with the identity of this machine.
/// </summary>
internal sealed class StorageConnections
{
    /// <summary>The connection that triggers and outputs use unless they name another, and that timers always use.</summary>
    public const string Default = "AzureWebJobsStorage";

    private const string PoisonSuffix = "-poison";

    private readonly SettingResolver settings;
    private readonly ConcurrentDictionary<(string Connection, string Queue), QueueClient> queues = new();

    private StorageConnections(SettingResolver settings) => this.settings = settings;

    /// <summary>Makes sure that every connection that a function needs is set.</summary>
    /// <exception cref="HostConfigurationException">One is not.</exception>
    public static StorageConnections Check(FunctionCatalog catalog, SettingResolver settings)
    {
        var connections = new StorageConnections(settings);
        foreach (var function in catalog.Functions)
        {
            foreach (var (connection, queue) in function.QueuesUsed)
                connections.Queue(connection, queue, $"function {function.Name}");
            if (function.Trigger is TimerTrigger)
                connections.Container("check", $"function {function.Name}");
        }
        return connections;
    }

    /// <summary>The queue that triggers <paramref name="function"/>.</summary>
    public QueueClient QueueOf(FunctionDescriptor function) =>
        function.Trigger is QueueTrigger(var name, var connection)
            ? Queue(connection, name)
            : throw new ArgumentException($"{function.Name} has no queue trigger.", nameof(function));

    /// <summary>Where messages go that <paramref name="function"/> cannot process; null if it watches a poison queue itself.</summary>
    public QueueClient? PoisonQueueOf(FunctionDescriptor function) =>
        function.Trigger is QueueTrigger(var name, var connection) && !name.EndsWith(PoisonSuffix, StringComparison.Ordinal)
            ? Queue(connection, name + PoisonSuffix)
            : null;

    /// <summary>The one client of a queue; payloads pass through it as they are.</summary>
    public QueueClient Queue(string connection, string queue, string usedBy = "the host") =>
        queues.GetOrAdd((connection, queue), _ => CreateQueue(connection, queue, usedBy));

    /// <summary>A blob container of the host's own account.</summary>
    public BlobContainerClient Container(string name, string usedBy = "the host") =>
        ConnectionString(Default) is { } text
            ? Parsed(Default, () => new BlobContainerClient(text, name, StorageApi.Blobs()))
            : new BlobContainerClient(ServiceUri(Default, "blob", name, usedBy), Credential(Default), StorageApi.Blobs());

    private QueueClient CreateQueue(string connection, string queue, string usedBy) =>
        ConnectionString(connection) is { } text
            ? Parsed(connection, () => new QueueClient(text, queue, StorageApi.Queues(QueueMessageEncoding.None)))
            : new QueueClient(
                ServiceUri(connection, "queue", queue, usedBy),
                Credential(connection),
                StorageApi.Queues(QueueMessageEncoding.None)
            );

    private string? ConnectionString(string connection) =>
        NonEmpty(settings.Find(connection)) ?? NonEmpty(settings.Find("AzureWebJobs" + connection));

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private Uri ServiceUri(string connection, string service, string name, string usedBy)
    {
        var section = settings.Settings.GetSection(connection);
        var account = section["accountName"] is { Length: > 0 } accountName ? $"https://{accountName}.{service}.core.windows.net" : null;
        var text = NonEmpty(section[service + "ServiceUri"]) ?? account ?? throw settings.Missing(connection, usedBy);
        return Uri.TryCreate($"{text.TrimEnd('/')}/{name}", UriKind.Absolute, out var uri)
            ? uri
            : throw new HostConfigurationException($"Setting {connection}__{service}ServiceUri is not an address.");
    }

    private DefaultAzureCredential Credential(string connection) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = NonEmpty(settings.Settings.GetSection(connection)["clientId"]) });

    private static T Parsed<T>(string connection, Func<T> create)
    {
        try
        {
            return create();
        }
        // The text itself is a secret and stays out of the message.
        catch (Exception problem) when (problem is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new HostConfigurationException($"Setting {connection} is not a storage connection string.");
        }
    }
}
