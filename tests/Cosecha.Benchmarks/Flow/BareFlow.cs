using System.Diagnostics;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Cosecha.Azure;

namespace Cosecha.Benchmarks.Flow;

/// <summary>
/// The storage operations of the flow and nothing else. A batch costs: a consent read, a transaction of claims and a put at the door; a
/// consent read, a put and a delete for Anonymize; a put and a delete for Label; two consent reads, a transaction of rows and a delete for Validate.
/// </summary>
internal sealed class BareFlow
{
    private const int Receives = 16;

    private readonly Load _load;
    private readonly TableClient _consents;
    private readonly TableClient _claims;
    private readonly TableClient _messages;
    private readonly QueueClient[] _queues;
    private int _done;

    public BareFlow(string storage, Load load, int round)
    {
        _load = load;
        var options = StorageApi.Queues(QueueMessageEncoding.Base64);
        _queues = [.. Enumerable.Range(0, 3).Select(i => new QueueClient(storage, $"bare{i}round{round}", options))];
        _consents = new TableClient(storage, $"bareconsents{round}");
        _claims = new TableClient(storage, $"bareclaims{round}");
        _messages = new TableClient(storage, $"baremessages{round}");
    }

    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll([
            .. _queues.Select(q => (Task)q.CreateAsync(cancellationToken: cancellationToken)),
            _consents.CreateAsync(cancellationToken),
            _claims.CreateAsync(cancellationToken),
            _messages.CreateAsync(cancellationToken),
        ]);
        foreach (var user in _load.Users)
        {
            await _consents.AddEntityAsync(new TableEntity(user, "current") { ["Granted"] = true }, cancellationToken);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var clock = Stopwatch.StartNew();
        var listeners = _queues.Select((_, stage) => ListenAsync(stage, stop.Token)).ToArray();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Load.Senders, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(_load.Batches, options, async (batch, token) => await PostAsync(batch, token));
        await Task.WhenAll(listeners);
        return clock.Elapsed;
    }

    private async Task PostAsync(IReadOnlyList<object> batch, CancellationToken cancellationToken)
    {
        var payload = JsonSerializer.Serialize(batch);
        var user = UserOf(payload);
        await ReadConsentAsync(user, cancellationToken);
        await AddAsync(_claims, user, payload, content: false, cancellationToken);
        await _queues[0].SendMessageAsync(payload, cancellationToken);
    }

    /// <summary>Receives as the host does: the next receive goes out while the messages of the last one are worked on.</summary>
    private async Task ListenAsync(int stage, CancellationToken cancellationToken)
    {
        var running = new List<Task>();
        while (Volatile.Read(ref _done) < _load.Batches.Count)
        {
            var received = await _queues[stage].ReceiveMessagesAsync(Receives, TimeSpan.FromMinutes(10), cancellationToken);
            if (received.Value.Length == 0)
            {
                await Task.Delay(20, cancellationToken);
            }

            running.RemoveAll(t => t.IsCompletedSuccessfully);
            running.AddRange(received.Value.Select(m => HandleAsync(stage, m, cancellationToken)));
            if (running.Count > Receives / 2)
            {
                await Task.WhenAny(running);
            }
        }

        await Task.WhenAll(running);
    }

    private async Task HandleAsync(int stage, QueueMessage message, CancellationToken cancellationToken)
    {
        var payload = message.Body.ToString();
        var user = UserOf(payload);
        if (stage == 2)
        {
            await ReadConsentAsync(user, cancellationToken);
            await AddAsync(_messages, user, payload, content: true, cancellationToken);
            await ReadConsentAsync(user, cancellationToken);
        }
        else
        {
            if (stage == 0)
            {
                await ReadConsentAsync(user, cancellationToken);
            }

            await _queues[stage + 1].SendMessageAsync(payload, cancellationToken);
        }

        await _queues[stage].DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
        if (stage == 2)
        {
            Interlocked.Increment(ref _done);
        }
    }

    private Task ReadConsentAsync(string user, CancellationToken cancellationToken) =>
        _consents.GetEntityAsync<TableEntity>(user, "current", cancellationToken: cancellationToken);

    private static async Task AddAsync(TableClient table, string user, string payload, bool content, CancellationToken cancellationToken)
    {
        using var batch = JsonDocument.Parse(payload);
        var rows = batch
            .RootElement.EnumerateArray()
            .Select(m => new TableEntity(user, $"{user}|{m.GetProperty("messageId").GetString()}")
            {
                ["Content"] = content ? m.GetProperty("content").GetString() : null,
                ["Label"] = content ? m.GetRawText() : null,
            });
        await table.SubmitTransactionAsync(
            rows.Select(r => new TableTransactionAction(TableTransactionActionType.Add, r)),
            cancellationToken
        );
    }

    private static string UserOf(string payload)
    {
        using var batch = JsonDocument.Parse(payload);
        return batch.RootElement[0].GetProperty("userId").GetString()!;
    }
}
