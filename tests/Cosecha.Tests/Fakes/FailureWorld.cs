using Cosecha.Failures;
using Cosecha.Messages;
using Cosecha.Retention;
using Cosecha.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Fakes;

/// <summary>A stage behind the queue <c>captured</c> with all that catches its failures. An IOException may pass, anything else does not.</summary>
internal sealed class FailureWorld : IFaults, IWaitingQueue
{
    public FailureWorld(PipelineMetrics? metrics = null)
    {
        Metrics = metrics ?? Sample.Metrics(Clock);
        Log = new(Store, Sample.Pseudonyms(), Clock, NullLogger<FailureLog>.Instance);
    }

    public FakeTimeProvider Clock { get; } = new(Sample.Noon);

    public PipelineMetrics Metrics { get; }

    public InMemoryFailureStore Store { get; } = new();

    public InMemoryPoisonQueues Poison { get; } = new();

    public InMemoryConsentStore Consents { get; } = new();

    public FailureLog Log { get; }

    /// <summary>What waits: payload, delay and time to live.</summary>
    public List<(string Payload, TimeSpan Delay, TimeSpan? TimeToLive)> Waiting { get; } = [];

    /// <summary>Whether nothing can be put back.</summary>
    public bool IsQueueAway { get; set; }

    /// <summary>A payload of messages of a user.</summary>
    public static string Payload(params IEnumerable<(string User, string Id)> messages)
    {
        var captured = messages.Select(m => new CapturedMessage(Sample.Header(m.User, id: m.Id), "text"));
        return global::Cosecha.Messages.Payload.Pack([.. captured], PipelineJson.Plain.MessageBatchCapturedMessage, null).Single();
    }

    /// <summary>Delivers a payload to a stage.</summary>
    public Task<Hop> DeliverAsync(
        string payload,
        Func<IReadOnlyList<CapturedMessage>, Task> run,
        long attempt = 1,
        TimeSpan? left = null,
        CancellationTokenSource? host = null,
        TimeSpan age = default
    )
    {
        var deferral = new Deferral(this, this, Metrics, Clock, NullLogger<Deferral>.Instance);
        var stage = new QueueStage(deferral, Log, this, Metrics, Clock, NullLogger<QueueStage>.Instance);
        var now = Clock.GetUtcNow();
        var delivery = new Delivery(InMemoryPoisonQueues.Queue, payload, attempt, now - age, now + (left ?? TimeSpan.FromDays(7)));
        return stage.RunAsync("Test", delivery, PipelineJson.Plain.MessageBatchCapturedMessage, run, host?.Token ?? CancellationToken.None);
    }

    /// <summary>Delivers a payload until it is in the poison queue, as a host does.</summary>
    public async Task PoisonAsync(string payload, Exception failure)
    {
        for (var attempt = 1; attempt <= Delivery.MaxAttempts; attempt++)
        {
            await Should.ThrowAsync<Exception>(() => DeliverAsync(payload, _ => throw failure, attempt));
        }

        Poison.Payloads.Add(payload);
    }

    /// <summary>Takes messages back.</summary>
    public Task<RedriveReport> RedriveAsync(RedriveOrder? order = null) =>
        new RedriveStage(Poison, Store, Log, Consents, Options.Create(new RetentionOptions()), Metrics, Clock).RunAsync(
            order ?? new(InMemoryPoisonQueues.Queue),
            TestContext.Current.CancellationToken
        );

    public bool MayPass(Exception exception) => exception is IOException;

    public string Describe(Exception exception) => exception.GetType().Name;

    public Task PutBackAsync(string queue, string payload, TimeSpan delay, TimeSpan? timeToLive, CancellationToken cancellationToken)
    {
        if (IsQueueAway)
        {
            throw new IOException("away");
        }

        queue.ShouldBe(InMemoryPoisonQueues.Queue);
        Waiting.Add((payload, delay, timeToLive));
        return Task.CompletedTask;
    }
}
