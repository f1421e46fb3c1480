using Cosecha.Azure;
using Cosecha.Azure.Blobs;
using Cosecha.Azure.Tables;
using Cosecha.Datasets;
using Cosecha.Messages;
using Microsoft.Extensions.Configuration;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Fills a storage account with what would have been stored some days ago.</summary>
internal sealed class OldStorage
{
    private readonly MessageStore _messages;
    private readonly DatasetStore _datasets;

    public OldStorage(string connectionString)
    {
        Account = new(new ConfigurationBuilder().AddInMemoryCollection([new(StorageAccount.Setting, connectionString)]).Build());
        _messages = new(Account);
        _datasets = new(Account);
    }

    public StorageAccount Account { get; }

    /// <summary>Stores messages of one conversation with their claims.</summary>
    public async Task StoreAsync(
        int days,
        IEnumerable<(string Id, Role Role, Verdict Verdict)> messages,
        CancellationToken cancellationToken,
        string userKey = "user-key"
    )
    {
        var at = DaysAgo(days);
        var rows = messages
            .Select(
                (m, i) =>
                    new StoredMessage(
                        new(userKey, "c", m.Id, m.Role, at.AddSeconds(i), null, 1),
                        m.Verdict == Verdict.Discarded ? null : "precio",
                        [],
                        null,
                        m.Verdict,
                        [],
                        StoredAt: at
                    )
            )
            .ToList();
        await _messages.ClaimAsync([.. rows.Select(r => r.Header)], cancellationToken);
        await _messages.AddAsync(rows, cancellationToken);
    }

    /// <summary>Writes a file of a version and, unless the export died, publishes it.</summary>
    /// <returns>The version.</returns>
    public async Task<string> ExportAsync(int days, CancellationToken cancellationToken, bool publish = true)
    {
        var at = DaysAgo(days);
        var version = VersionName.Of(at);
        await using (var file = await _datasets.CreateAsync(version, "chat/train.jsonl", cancellationToken))
        {
            await file.WriteAsync("{}\n"u8.ToArray(), cancellationToken);
        }

        ManifestFile[] files = [new("chat/train.jsonl", 1, 3, "")];
        var manifest = new Manifest(version, at, "1.0", "seed", 0.1, 0, 0, 1, 1, 0, new Dictionary<string, int>(), files, []);
        await (publish ? _datasets.PublishAsync(manifest, cancellationToken) : Task.CompletedTask);
        return version;
    }

    private static DateTimeOffset DaysAgo(int days) => TimeProvider.System.GetUtcNow().AddDays(-days);
}
