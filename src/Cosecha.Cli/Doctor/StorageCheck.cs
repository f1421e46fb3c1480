using Azure;
using Cosecha.Azure;

namespace Cosecha.Cli.Doctor;

/// <summary>
/// Tables, queues and blobs, each with one read (what is there) and one write: something of the doctor's own is made and deleted again, so that
/// nothing of the app is touched.
/// </summary>
internal sealed class StorageCheck(DoctorSettings settings) : ICheck
{
    private const string Probe = "cosecha-doctor";
    private const string ProbeTable = "cosechadoctor";

    // The storage is still deleting what the doctor made a moment ago: it may be written to.
    private const int Conflict = 409;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var storage = StorageClients.Connect(settings.Configuration);
            return await Task.WhenAll(Services(storage).Select(service => LookAsync(service, cancellationToken)));
        }
        catch (InvalidDataException problem)
        {
            return [new(Verdict.Fail, "storage", problem.Message, StorageTrouble.HowToSet(Path.GetFileName(settings.Path)))];
        }
    }

    private static IReadOnlyList<StorageService> Services(StorageClients storage)
    {
        var queues = StorageNames.Queues.Concat(StorageNames.Queues.Select(queue => queue + StorageNames.PoisonSuffix));
        return
        [
            new("tables", "Storage Table Data Contributor", storage.Tables.Uri, StorageNames.Tables)
            {
                ListAsync = token => storage.Tables.QueryAsync(cancellationToken: token).Select(table => table.Name).ToListAsync(token),
                CreateAsync = token => storage.Tables.CreateTableAsync(ProbeTable, token),
                DeleteAsync = token => storage.Tables.DeleteTableAsync(ProbeTable, token),
            },
            new("queues", "Storage Queue Data Contributor", storage.Queues.Uri, [.. queues])
            {
                ListAsync = token => storage.Queues.GetQueuesAsync(cancellationToken: token).Select(queue => queue.Name).ToListAsync(token),
                CreateAsync = token => storage.Queues.CreateQueueAsync(Probe, cancellationToken: token),
                DeleteAsync = token => storage.Queues.DeleteQueueAsync(Probe, token),
            },
            new("blobs", "Storage Blob Data Owner", storage.Blobs.Uri, [StorageNames.FinetuneContainer])
            {
                ListAsync = token => storage.Blobs.GetBlobContainersAsync(cancellationToken: token).Select(c => c.Name).ToListAsync(token),
                CreateAsync = token => storage.Blobs.CreateBlobContainerAsync(Probe, cancellationToken: token),
                DeleteAsync = token => storage.Blobs.DeleteBlobContainerAsync(Probe, cancellationToken: token),
            },
        ];
    }

    private async Task<Finding> LookAsync(StorageService service, CancellationToken cancellationToken)
    {
        var act = "read";
        try
        {
            var there = await service.ListAsync(cancellationToken);
            act = "written to";
            await WriteAsync(service, cancellationToken);
            return new(Verdict.Ok, service.Name, Describe(service, there));
        }
        catch (Exception e) when (StorageProblem.Is(e) && !cancellationToken.IsCancellationRequested)
        {
            return new StorageTrouble(service, settings).Describe(e, act);
        }
    }

    private static async Task WriteAsync(StorageService service, CancellationToken cancellationToken)
    {
        try
        {
            await service.CreateAsync(cancellationToken);
            await service.DeleteAsync(cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == Conflict)
        {
            await service.DeleteAsync(cancellationToken);
        }
    }

    private static string Describe(StorageService service, IReadOnlyList<string> there)
    {
        var missing = service.Expected.Except(there).ToList();
        return missing.Count == 0
            ? "can be read and written to"
            : $"can be read and written to; the app makes {string.Join(", ", missing)} at its first request";
    }
}
