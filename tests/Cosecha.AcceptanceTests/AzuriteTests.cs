using Azure.Storage.Queues;
using Cosecha.Azure;

namespace Cosecha.AcceptanceTests;

public sealed class AzuriteTests(AzuriteFixture storage)
{
    [Fact]
    public async Task The_account_of_the_run_takes_and_gives_messages()
    {
        var queue = new QueueClient(storage.ConnectionString, storage.UniqueName("smoke"), StorageApi.Queues(QueueMessageEncoding.None));
        await queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await queue.SendMessageAsync("hola", TestContext.Current.CancellationToken);
        var received = await queue.ReceiveMessageAsync(cancellationToken: TestContext.Current.CancellationToken);
        received.Value.MessageText.ShouldBe("hola");
    }

    [Fact]
    public async Task What_was_stored_survives_a_stop_and_a_start()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var azurite = await Azurite.StartNewAsync(cancellation);
        var queue = new QueueClient(azurite.ConnectionString, "kept", StorageApi.Queues(QueueMessageEncoding.None));
        await queue.CreateAsync(cancellationToken: cancellation);
        await queue.SendMessageAsync("hola", cancellation);

        await azurite.StopAsync(cancellation);
        await azurite.StartAsync(cancellation);

        var received = await queue.ReceiveMessageAsync(cancellationToken: cancellation);
        received.Value.MessageText.ShouldBe("hola");
    }
}
