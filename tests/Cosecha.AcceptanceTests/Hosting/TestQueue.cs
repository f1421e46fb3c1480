using Azure;
using Azure.Storage.Queues;
using Cosecha.Azure;

namespace Cosecha.AcceptanceTests.Hosting;

/// <summary>A queue as a test fills and empties it; payloads are base64 on the wire, as the trigger expects.</summary>
internal sealed class TestQueue(string storage, string name)
{
    private readonly QueueClient queue = new(storage, name, StorageApi.Queues(QueueMessageEncoding.Base64));

    public string Name => name;

    public TestQueue Poison => new(storage, name + "-poison");

    public async Task<bool> ExistsAsync() => (await queue.ExistsAsync(TestContext.Current.CancellationToken)).Value;

    public async Task SendAsync(string payload)
    {
        await queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await queue.SendMessageAsync(payload, TestContext.Current.CancellationToken);
    }

    public async Task SendRawAsync(string text)
    {
        var raw = new QueueClient(storage, name, StorageApi.Queues(QueueMessageEncoding.None));
        await raw.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await raw.SendMessageAsync(text, TestContext.Current.CancellationToken);
    }

    /// <summary>How many messages the queue holds, those being processed included; 0 if there is no queue.</summary>
    public async Task<int> CountAsync()
    {
        try
        {
            return (await queue.GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return 0;
        }
    }

    /// <summary>Takes what is visible until <paramref name="count"/> payloads have come.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync(int count)
    {
        var payloads = new List<string>();
        await Eventually.TrueAsync(
            async () =>
            {
                if (await CountAsync() > 0)
                    payloads.AddRange(await TakeVisibleAsync());
                return payloads.Count >= count;
            },
            $"{count} messages in {name}"
        );
        return payloads;
    }

    /// <summary>The text of one message as it is on the wire.</summary>
    public async Task<string> TakeRawAsync() =>
        (
            await new QueueClient(storage, name, StorageApi.Queues(QueueMessageEncoding.None)).ReceiveMessageAsync(
                cancellationToken: TestContext.Current.CancellationToken
            )
        )
            .Value
            .MessageText;

    private async Task<IReadOnlyList<string>> TakeVisibleAsync()
    {
        var messages = (await queue.ReceiveMessagesAsync(maxMessages: 32, cancellationToken: TestContext.Current.CancellationToken)).Value;
        foreach (var message in messages)
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, TestContext.Current.CancellationToken);
        return [.. messages.Select(message => message.MessageText)];
    }
}
