using Cosecha.AcceptanceTests.Plain;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Two hosts on one storage, four senders at once, every message twice and in random order, three kills in between.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Senders = 4;
    private const int Kills = 3;

    [Fact]
    public async Task Whatever_is_killed_every_consented_message_is_stored_once_and_nothing_else()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var conversations = Conversation.ReadAll();
        await using var azurite = await Azurite.StartNewAsync(cancellation);
        await using var hosts = await TwoHosts.StartAsync(azurite.ConnectionString, cancellation);
        foreach (var asked in conversations.Where(c => c.Consents || c.Withdraws))
        {
            await hosts.TryUntilDoneAsync(api => api.GrantAsync(asked.UserId, cancellation), cancellation);
        }

        await FloodAsync(hosts, conversations, cancellation);
        await hosts.TryUntilDoneAsync(api => api.DrainAsync(cancellation), cancellation);

        await AssertStoredOnceAsync(new Storage(azurite.ConnectionString), conversations, cancellation);
        await AssertExportsAsync(hosts, conversations, cancellation);
        output.WriteLine($"{hosts.Kills} kills, {hosts.Retries} requests repeated");
    }

    private static async Task FloodAsync(TwoHosts hosts, IReadOnlyList<Conversation> conversations, CancellationToken cancellation)
    {
        var random = new Random(20261124);
        var posts = conversations.SelectMany(c => c.Messages.Select(c.ToPost)).ToList();
        var twice = posts.Concat(posts).ToArray();
        random.Shuffle(twice);
        var withdrawals = conversations.Where(c => c.Withdraws).Select(c => c.UserId).ToArray();
        var sent = 0;
        var kills = Task.Run(
            async () =>
            {
                for (var kill = 1; kill <= Kills; kill++)
                {
                    while (Volatile.Read(ref sent) < twice.Length * kill / (Kills + 1))
                    {
                        await Task.Delay(20, cancellation);
                    }

                    await hosts.KillAndRestartAsync(kill % 2, cancellation);
                    await Task.WhenAll(
                        withdrawals.Chunk((withdrawals.Length + Kills - 1) / Kills).ElementAtOrDefault(kill - 1)?.Select(WithdrawAsync)
                            ?? []
                    );
                }
            },
            cancellation
        );
        await Task.WhenAll([.. twice.Chunk(twice.Length / Senders + 1).Select(SendAsync), kills]);

        Task WithdrawAsync(string userId) => hosts.TryUntilDoneAsync(api => api.WithdrawAsync(userId, cancellation), cancellation);

        async Task SendAsync(object[] messages)
        {
            foreach (var message in messages)
            {
                await hosts.TryUntilDoneAsync(api => api.PostAsync([message], cancellation), cancellation);
                Interlocked.Increment(ref sent);
            }
        }
    }

    private static async Task AssertStoredOnceAsync(
        Storage storage,
        IReadOnlyList<Conversation> conversations,
        CancellationToken cancellation
    )
    {
        var expected = conversations.Where(c => c.Consents).SelectMany(c => c.Messages.Select(m => m.MessageId)).Order();
        var messages = await storage.ReadTableAsync("messages", cancellation);
        messages.Select(r => r.GetString("MessageId")).Order().ShouldBe(expected);

        var absent = conversations.Where(c => !c.Consents).Select(c => c.ConversationId + "|").ToList();
        var found = new List<string>();
        await foreach (var (place, text) in storage.ReadAllAsync())
        {
            found.AddRange(absent.Where(id => text.Contains(id, StringComparison.Ordinal)).Select(id => $"{id} in {place}"));
        }

        found.ShouldBeEmpty();

        foreach (var queue in (string[])["captured-poison", "anonymized-poison", "labeled-poison"])
        {
            (await storage.PeekAsync(queue, cancellation)).ShouldBeEmpty();
        }
    }

    private static async Task AssertExportsAsync(TwoHosts hosts, IReadOnlyList<Conversation> conversations, CancellationToken cancellation)
    {
        var expected = (await PlainFlow.ExamplesOfAsync(conversations.Where(c => c.Consents))).Order().ToList();
        expected.Count.ShouldBeGreaterThan(0);
        var api = hosts.Any;
        var (first, second) = (await api.ExportAsync(cancellation), await api.ExportAsync(cancellation));
        first
            .ToJsonString()
            .ShouldBe(second.ToJsonString(), "nothing changed in between: the second run finds the same files, byte for byte");
        var lines = new List<string>();
        foreach (var file in (string[])["train.jsonl", "valid.jsonl"])
        {
            var text = await api.GetFileAsync((string)first["version"]!, file, cancellation);
            lines.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        // Of examples that say the same one is a line; the others are counted.
        var duplicates = first["cleaning"]!["removed"]!.AsObject().Sum(r => (int)r.Value!);
        lines.Distinct().Count().ShouldBe(lines.Count);
        lines.Except(expected).ShouldBeEmpty();
        (lines.Count + duplicates).ShouldBe(expected.Count);
    }
}
