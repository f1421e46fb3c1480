using Azure.Data.Tables;
using Azure.Storage.Queues;
using Cosecha.Azure;
using Cosecha.Azure.Queues;
using Cosecha.Azure.Tables;
using Cosecha.Messages;
using Cosecha.Retention;
using Microsoft.Extensions.Options;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>The daily purge on a real storage account.</summary>
public sealed class RetentionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Old_rows_poison_messages_and_versions_go_and_young_ones_stay()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        var (old, storage) = (new OldStorage(azurite.ConnectionString), new Storage(azurite.ConnectionString));
        await using var app = await App.StartAsync(azurite.ConnectionString, Token, settings: Settings("Poison", "00:00:01"));
        using var api = new CosechaApi(app.Url);
        await old.StoreAsync(366, [("a", Role.User, Verdict.Approved), ("b", Role.User, Verdict.Discarded)], Token);
        await old.StoreAsync(
            31,
            [("c", Role.User, Verdict.Review), ("d", Role.User, Verdict.Discarded), ("e", Role.Assistant, Verdict.Approved)],
            Token
        );
        await old.StoreAsync(29, [("f", Role.User, Verdict.Discarded)], Token);
        await old.ExportAsync(300, Token);
        await old.ExportAsync(250, Token, publish: false);
        var latest = await old.ExportAsync(200, Token);
        var keepsake = old.Account.Blobs.GetBlobContainerClient("finetune").GetBlobClient("versions/keepsake/notes.txt");
        await keepsake.UploadAsync(BinaryData.FromString("not ours"), Token);
        await storage.SendAsync("captured-poison", "raw", Token);
        await AgedAsync(old.Account.QueueService.GetQueueClient("captured-poison"));

        await PurgeAsync(app, api, 1);

        (await ColumnAsync(storage, "messages", "MessageId")).ShouldBe(["c", "e", "f"]);
        (await storage.ReadTableAsync("claims", Token)).Select(r => r.RowKey).Order().ShouldBe(["c|c", "c|e", "c|f"]);
        var marked = (await storage.ReadTableAsync("messages", Token)).Where(r => r.GetBoolean("GapAfter") == true);
        marked.Select(r => r.GetString("MessageId")).ShouldBe(["c"]);
        (await ColumnAsync(storage, "datasets", "RowKey")).ShouldBe([latest]);
        (await BlobsAsync(old.Account)).ShouldBe(
            ["lock", "chat/train.jsonl", "manifest.json", "README.md", .. Files(latest), "versions/keepsake/notes.txt"],
            ignoreOrder: true
        );
        (await api.GetAsync("health", Token))["queues"]!["captured-poison"]!.GetValue<int>().ShouldBe(0);
        app.Log.ShouldContain(l => l.Contains("1 poison messages, 2 discarded rows, 1 message rows, 0 claims, 2 data set versions"));
        var counts = (await api.GetAsync("metrics", Token))["days"]![0]!["counts"]!.AsObject();
        counts
            .Where(c => c.Key.StartsWith("purged", StringComparison.Ordinal))
            .Select(c => (c.Key, (int)c.Value!))
            .ShouldBe([("purged.discarded", 2), ("purged.messages", 1), ("purged.poison", 1), ("purged.versions", 2)]);

        await PurgeAsync(app, api, 2);
        app.Log.ShouldContain(l => l.Contains("0 poison messages, 0 discarded rows, 0 message rows, 0 claims, 0 data set versions"));
    }

    [Fact]
    public async Task A_poison_message_stays_until_its_time()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        var (old, storage) = (new OldStorage(azurite.ConnectionString), new Storage(azurite.ConnectionString));
        await old.Account.ReadyAsync(Token);
        var queue = old.Account.QueueService.GetQueueClient("labeled-poison");
        var poison = new PoisonQueue(old.Account, Options.Create(new RetentionOptions()));
        await storage.SendAsync("labeled-poison", "old", Token);
        var first = await AgedAsync(queue);
        // More than a page of young ones.
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => storage.SendAsync("labeled-poison", "young", Token)));

        (await poison.PurgeAsync(first.AddSeconds(1), Token)).ShouldBe(1);
        (await queue.GetPropertiesAsync(Token)).Value.ApproximateMessagesCount.ShouldBe(40);
    }

    [Fact]
    public async Task A_purge_that_is_killed_is_finished_by_the_next_one()
    {
        const int Users = 200;
        await using var azurite = await Azurite.StartNewAsync(Token);
        var (old, storage) = (new OldStorage(azurite.ConnectionString), new Storage(azurite.ConnectionString));
        foreach (var users in Enumerable.Range(0, Users).Chunk(20))
        {
            await Task.WhenAll(users.Select(u => old.StoreAsync(400, Rows("old", 3), Token, $"{u:D5}")));
        }

        await old.StoreAsync(1, Rows("young", 3), Token, $"{0:D5}");
        await using (var killed = await App.StartAsync(azurite.ConnectionString, Token))
        {
            using var first = new CosechaApi(killed.Url);
            await first.FireAsync("Retention", Token);
            await Eventually.TrueAsync(
                async () => await new MessageStore(old.Account).CountClaimsAsync($"{0:D5}", Token) == 3,
                "the first user's claims to be gone"
            );
            await killed.KillAsync();
        }

        (await storage.ReadTableAsync("messages", Token)).Count.ShouldBeInRange(4, Users * 3 + 3);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token);
        using var api = new CosechaApi(app.Url);
        await PurgeAsync(app, api, 1);
        (await ColumnAsync(storage, "messages", "MessageId")).ShouldBe(["young0", "young1", "young2"]);
        (await storage.ReadTableAsync("claims", Token)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Claims_without_a_row_go_and_rows_of_earlier_builds_count_from_when_the_storage_got_them()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        var (old, storage) = (new OldStorage(azurite.ConnectionString), new Storage(azurite.ConnectionString));
        await old.StoreAsync(0, Rows("m", 120), Token);
        var messages = old.Account.Tables.GetTableClient("messages");
        foreach (var row in await storage.ReadTableAsync("messages", Token))
        {
            row.Remove("StoredAt");
            await messages.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Token);
        }

        var expired = new ExpiredMessages(old.Account);
        var now = TimeProvider.System.GetUtcNow();
        (await expired.ReadAsync(false, now.AddHours(-1), Token).CountAsync(Token)).ShouldBe(0);
        (await expired.ReadAsync(false, now.AddHours(1), Token).CountAsync(Token)).ShouldBe(120);
        (await expired.PurgeClaimsAsync(now.AddHours(-1), Token)).ShouldBe(0);
        (await expired.PurgeClaimsAsync(now.AddHours(1), Token)).ShouldBe(120);
        (await storage.ReadTableAsync("claims", Token)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Captured", "2", "from 00:01:00 to 1.00:00:00.")]
    [InlineData("Poison", "8", "from 00:00:01 to 7.00:00:00.")]
    [InlineData("Messages", "0", "from 1.00:00:00 to 3650.00:00:00.")]
    [InlineData("Discarded", "a month", "from 1.00:00:00 to 3650.00:00:00.")]
    [InlineData("Versions", "-1", "from 1.00:00:00 to 3650.00:00:00.")]
    public async Task A_wrong_setting_is_named_at_the_start(string setting, string value, string range)
    {
        // Nothing is called there: the settings are checked first.
        var failure = await Should.ThrowAsync<InvalidOperationException>(() =>
            App.StartAsync("UseDevelopmentStorage=true", Token, settings: Settings(setting, value))
        );
        failure.Message.ShouldContain($"Retention__{setting} must be days, or days.hours:minutes:seconds, {range}");
    }

    private static Dictionary<string, string?> Settings(string name, string value) => new() { [$"Retention__{name}"] = value };

    private static IEnumerable<(string, Role, Verdict)> Rows(string prefix, int count) =>
        Enumerable.Range(0, count).Select(i => ($"{prefix}{i}", Role.User, Verdict.Approved));

    private static async Task PurgeAsync(App app, CosechaApi api, int times)
    {
        await api.FireAsync("Retention", Token);
        await Eventually.TrueAsync(
            () => app.Log.Count(l => l.Contains("Purged ", StringComparison.Ordinal)) == times,
            $"purge {times} to end"
        );
    }

    /// <summary>Waits until the queue's one message is older than two seconds, the grain of the storage's times and a second more.</summary>
    private static async Task<DateTimeOffset> AgedAsync(QueueClient queue)
    {
        var inserted = (await queue.PeekMessagesAsync(1, Token)).Value.ShouldHaveSingleItem().InsertedOn!.Value;
        await Eventually.TrueAsync(() => TimeProvider.System.GetUtcNow() > inserted.AddSeconds(2), "the message to age");
        return inserted;
    }

    private static async Task<IEnumerable<string>> ColumnAsync(Storage storage, string table, string column) =>
        (await storage.ReadTableAsync(table, Token)).Select(r => r.GetString(column)).Order();

    private static async Task<IReadOnlyList<string>> BlobsAsync(StorageAccount account)
    {
        var blobs = account.Blobs.GetBlobContainerClient("finetune").GetBlobsAsync(cancellationToken: Token);
        return await blobs.Select(b => b.Name).ToListAsync(Token);
    }

    private static string[] Files(string version) =>
        [$"versions/{version}/README.md", $"versions/{version}/chat/train.jsonl", $"versions/{version}/manifest.json"];
}
