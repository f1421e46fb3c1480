using System.Security.Cryptography;
using Cosecha.Azure;

namespace Cosecha.Cli.Doctor;

/// <summary>
/// Tables, queues and blobs, each with one read (what is there) and one write: something of the doctor's own is made and deleted again, so that
/// nothing of the app is touched.
/// </summary>
internal sealed class StorageCheck(DoctorSettings settings) : ICheck
{
    // Another name each time: Azure goes on deleting for half a minute, and refuses the same name for as long. What a killed run leaves is harmless.
    private readonly string _suffix = RandomNumberGenerator.GetHexString(8, lowercase: true);

    private string Probe => $"cosecha-doctor-{_suffix}";

    private string ProbeTable => $"cosechadoctor{_suffix}";

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
            return settings.IsOfVault(StorageAccount.Setting)
                ?
                [
                    new(
                        Verdict.Warn,
                        "storage",
                        $"not looked at: {StorageAccount.Setting} is in the key vault, where only the app reads it"
                    ),
                ]
                : [new(Verdict.Fail, "storage", problem.Message, StorageTrouble.HowToSet(settings))];
        }
    }

    private IReadOnlyList<StorageService> Services(StorageClients storage)
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
                DeleteAsync = token => storage.Queues.GetQueueClient(Probe).DeleteIfExistsAsync(token),
            },
            new("blobs", "Storage Blob Data Owner", storage.Blobs.Uri, [StorageNames.FinetuneContainer])
            {
                ListAsync = token => storage.Blobs.GetBlobContainersAsync(cancellationToken: token).Select(c => c.Name).ToListAsync(token),
                CreateAsync = token => storage.Blobs.CreateBlobContainerAsync(Probe, cancellationToken: token),
                DeleteAsync = token => storage.Blobs.GetBlobContainerClient(Probe).DeleteIfExistsAsync(cancellationToken: token),
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
            await service.CreateAsync(cancellationToken);
            await service.DeleteAsync(cancellationToken);
            return new(Verdict.Ok, service.Name, Describe(service, there));
        }
        catch (Exception e) when (StorageProblem.Is(e) && !cancellationToken.IsCancellationRequested)
        {
            return new StorageTrouble(service, settings).Describe(e, act);
        }
    }

    private string Describe(StorageService service, IReadOnlyList<string> there)
    {
        var missing = service.Expected.Except(there).ToList();
        var done = $"can be read and written to{(settings.IsIdentity ? " by you" : "")}";
        return missing.Count == 0 ? done : $"{done}; the app makes {string.Join(", ", missing)} at its first request";
    }
}
