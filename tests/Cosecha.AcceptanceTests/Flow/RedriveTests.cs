using Cosecha.Azure;
using Cosecha.Azure.Queues;
using Cosecha.Consent;
using Cosecha.Messages;
using Cosecha.Retention;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Taking back what failed for good.</summary>
public sealed class RedriveTests(AppFixture app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_poisoned_batch_comes_back_as_single_messages_and_is_stored()
    {
        var (user, conversation) = ($"user-{Ids.Next()}", $"c-{Ids.Next()}");
        await app.Api.GrantAsync(user, Token);
        var storage = new Storage(app.ConnectionString);
        await storage.SendAsync("captured-poison", Batch(user, conversation), Token);

        (
            await new PoisonQueue(Account(), Options.Create(new RetentionOptions())).RedriveAsync(StorageNames.CapturedQueue, Token)
        ).ShouldBeGreaterThanOrEqualTo(1);
        await app.Api.DrainAsync(Token);
        var stored = (await app.Api.GetConversationAsync(user, conversation, Token))["messages"]!.AsArray();
        stored.Select(m => (string)m!["content"]!).ShouldBe(["precio de HLSO 16/20 con 20% glaseo a Houston", "USD 7,60/kg ñandú"]);
    }

    private static string Batch(string user, string conversation)
    {
        var key = Environment.GetEnvironmentVariable("Pseudonym__Key") ?? PseudonymOptions.DevelopmentKey;
        var userKey = new Pseudonyms(Options.Create(new PseudonymOptions { Key = key })).UserKey(user);
        var sentAt = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
        CapturedMessage[] messages =
        [
            new(new(userKey, conversation, "m1", Role.User, sentAt, null, 1), "precio de HLSO 16/20 con 20% glaseo a Houston"),
            new(new(userKey, conversation, "m2", Role.Assistant, sentAt.AddSeconds(5), null, 1), "USD 7,60/kg ñandú"),
        ];
        return Payload.Pack(messages, PipelineJson.Plain.MessageBatchCapturedMessage, null).ShouldHaveSingleItem();
    }

    private StorageAccount Account() =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new(StorageAccount.Setting, app.ConnectionString)]).Build());
}
