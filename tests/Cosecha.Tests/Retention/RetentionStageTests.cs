using Cosecha.Consent;
using Cosecha.Datasets;
using Cosecha.Erasure;
using Cosecha.Failures;
using Cosecha.Messages;
using Cosecha.Retention;
using Cosecha.Telemetry;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Retention;

public sealed class RetentionStageTests
{
    private readonly FakeTimeProvider _clock = new(Sample.Noon);
    private readonly InMemoryMessageStore _messages = new();
    private readonly InMemoryPoisonQueues _poison = new();
    private readonly InMemoryFailureStore _failures = new();
    private readonly InMemoryDatasetStore _datasets = new();
    private readonly InMemoryErasures _erasures = new();
    private readonly InMemoryConsentStore _consents = new();
    private readonly PipelineMetrics _metrics;

    public RetentionStageTests() => _metrics = Sample.Metrics(_clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_class_goes_at_its_age_and_not_a_moment_before()
    {
        await StoreAsync("m1");
        await StoreAsync("m2", Verdict.Discarded);
        _poison.Inserted.Add(_clock.GetUtcNow());
        var now = _clock.GetUtcNow();
        await _failures.SaveAsync(new("captured", "f1", "Test", "unknown", 5, now, now, [], FailureStatus.Poison, 0), Token);
        await PublishAsync();

        (await AfterAsync(days: 7)).ShouldBe(new(0, 0, 0, 0, 0));
        _failures.Open.Count.ShouldBe(1);
        (await AfterAsync(milliseconds: 1)).ShouldBe(new(1, 0, 0, 0, 0));
        _failures.Open.ShouldBeEmpty();
        await PublishAsync();
        (await AfterAsync(days: 23)).ShouldBe(new(0, 1, 0, 0, 0));
        (await AfterAsync(days: 149)).ShouldBe(new(0, 0, 0, 0, 0));
        (await AfterAsync(days: 2)).ShouldBe(new(0, 0, 0, 0, 1));
        (await AfterAsync(days: 183)).ShouldBe(new(0, 0, 0, 0, 0));
        (await AfterAsync(days: 2)).ShouldBe(new(0, 0, 1, 0, 0));
        _messages.Messages.ShouldBeEmpty();
        _messages.Claims.ShouldBe(0);
    }

    [Fact]
    public async Task Other_ages_are_settings()
    {
        await StoreAsync("m1");
        await StoreAsync("m2", Verdict.Discarded);
        _clock.Advance(TimeSpan.FromDays(3));
        var age = new RetentionOptions { Messages = TimeSpan.FromDays(2), Discarded = TimeSpan.FromDays(4) };
        (await RunAsync(age)).ShouldBe(new(0, 0, 1, 0, 0));
    }

    [Fact]
    public async Task The_age_counts_from_the_storing_so_that_an_imported_conversation_is_not_gone_the_next_night()
    {
        await StoreAsync("m1", sentAt: Sample.Noon.AddDays(-1_000));
        (await AfterAsync(days: 364)).Messages.ShouldBe(0);
        (await AfterAsync(days: 2)).Messages.ShouldBe(1);
    }

    [Fact]
    public async Task A_second_run_finds_nothing_and_the_counts_are_those_of_the_first()
    {
        await StoreAsync("m1");
        await AfterAsync(days: 400);
        (await RunAsync()).ShouldBe(new(0, 0, 0, 0, 0));
        _metrics.Totals().Values.Single().ShouldBe(new Dictionary<string, double> { ["purged.messages"] = 1 });
    }

    [Fact]
    public async Task A_claim_whose_message_never_became_a_row_goes_with_the_age_of_messages()
    {
        await _messages.ClaimAsync([Sample.Header()], Token);
        (await AfterAsync(days: 364)).Claims.ShouldBe(0);
        (await AfterAsync(days: 2)).Claims.ShouldBe(1);
    }

    [Fact]
    public async Task The_version_that_the_latest_files_stand_for_stays_however_old_it_is()
    {
        await PublishAsync();
        _clock.Advance(TimeSpan.FromDays(1));
        var latest = await PublishAsync();
        (await AfterAsync(days: 1_000)).Versions.ShouldBe(1);
        _datasets.Published.Select(m => m.Version).ShouldBe([latest]);
    }

    [Fact]
    public async Task Files_of_an_export_that_died_half_way_go_too()
    {
        await _datasets.CreateAsync(VersionName.Of(_clock.GetUtcNow()), "train.jsonl", Token);
        (await AfterAsync(days: 1)).Versions.ShouldBe(1);
        (await _datasets.ReadFoldersAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_erasure_that_was_not_finished_is_ordered_again_after_an_hour()
    {
        await _erasures.AddAsync(new("e1", ["u1"], _clock.GetUtcNow(), Sample.Event(ConsentStatus.Withdrawn), null, null), Token);
        await RunAsync();
        _erasures.Orders.ShouldBeEmpty();
        await AfterAsync(days: 1);
        var order = _erasures.Orders.ShouldHaveSingleItem();
        (order.Id, order.Event).ShouldBe(("e1", Sample.Event(ConsentStatus.Withdrawn)));
    }

    [Fact]
    public async Task What_a_killed_process_left_of_a_user_right_after_the_erasure_goes()
    {
        await _consents.UpdateAsync("u1", _ => Sample.Consent(granted: false), Token);
        await _erasures.AddAsync(new("e1", ["u1"], _clock.GetUtcNow(), null, 0, _clock.GetUtcNow()), Token);
        await StoreAsync("m1");
        await StoreAsync("m2", user: "u2");
        await RunAsync();
        _messages.Messages.ShouldHaveSingleItem().Header.UserKey.ShouldBe("u2");
        _messages.Claims.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_failed_after_the_erasure_of_its_user_goes_from_the_poison_queue()
    {
        var batch = Payload.Pack([new CapturedMessage(Sample.Header(), "raw")], PipelineJson.Plain.MessageBatchCapturedMessage, null);
        _poison.Payloads.AddRange(batch);
        await RunAsync();
        _poison.Payloads.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_purge_brings_together_does_not_become_an_example()
    {
        await StoreAsync("question");
        await StoreAsync("greeting", Verdict.Discarded, sentAt: Sample.Noon.AddMinutes(1));
        await StoreAsync("answer", role: Role.Assistant, sentAt: Sample.Noon.AddMinutes(2));
        Pairings().ShouldBe(["unanswered", "user_discarded"]);
        (await AfterAsync(days: 31)).Discarded.ShouldBe(1);
        Pairings().ShouldBe(["unanswered"]);
    }

    [Fact]
    public async Task What_was_an_example_before_a_purge_is_one_after_it()
    {
        await StoreAsync("greeting", Verdict.Discarded);
        await StoreAsync("question", sentAt: Sample.Noon.AddMinutes(1));
        await StoreAsync("answer", role: Role.Assistant, sentAt: Sample.Noon.AddMinutes(2));
        await StoreAsync("thanks", Verdict.Discarded, sentAt: Sample.Noon.AddMinutes(3));
        (await AfterAsync(days: 31)).Discarded.ShouldBe(2);
        Pairings().ShouldHaveSingleItem().ShouldBeNull();
    }

    [Fact]
    public async Task A_long_run_of_greetings_that_goes_in_several_batches_leaves_its_mark()
    {
        await StoreAsync("question");
        for (var i = 1; i <= 250; i++)
        {
            await StoreAsync($"greeting{i}", Verdict.Discarded, sentAt: Sample.Noon.AddMinutes(i));
        }

        await StoreAsync("answer", role: Role.Assistant, sentAt: Sample.Noon.AddMinutes(251));
        (await AfterAsync(days: 31)).Discarded.ShouldBe(250);
        Pairings().ShouldBe(["unanswered"]);
    }

    [Fact]
    public async Task Many_users_of_many_messages_are_purged_to_the_last_row()
    {
        for (var i = 0; i < 1_000; i++)
        {
            await StoreAsync($"m{i}", user: $"u{i % 3}", sentAt: Sample.Noon.AddMinutes(i));
        }

        (await AfterAsync(days: 366)).ShouldBe(new(0, 0, 1_000, 0, 0));
        _messages.Messages.ShouldBeEmpty();
    }

    private IEnumerable<string?> Pairings() => PairFinder.Find([.. _messages.Messages]).Select(p => p.Excluded);

    private async Task StoreAsync(
        string id,
        Verdict verdict = Verdict.Approved,
        string user = "u1",
        Role role = Role.User,
        DateTimeOffset? sentAt = null
    )
    {
        var header = Sample.Header(user, id: id, role: role) with { Timestamp = sentAt ?? Sample.Noon };
        await _messages.ClaimAsync([header], Token);
        await _messages.AddAsync([Sample.Stored(header, verdict: verdict) with { StoredAt = _clock.GetUtcNow() }], Token);
    }

    private async Task<string> PublishAsync()
    {
        var now = _clock.GetUtcNow();
        var version = VersionName.Of(now);
        await _datasets.CreateAsync(version, "train.jsonl", Token);
        await _datasets.PublishAsync(new(version, now, "1.0", "seed", 0.1, 0, 0, 0, 0, 0, new Dictionary<string, int>(), [], []), Token);
        return version;
    }

    private Task<PurgeReport> AfterAsync(int days = 0, int milliseconds = 0)
    {
        _clock.Advance(TimeSpan.FromDays(days) + TimeSpan.FromMilliseconds(milliseconds));
        return RunAsync();
    }

    private Task<PurgeReport> RunAsync(RetentionOptions? options = null) =>
        new RetentionStage(
            new MessagePurge(_messages, _messages),
            _messages,
            _poison,
            _failures,
            new PoisonSweep(
                _poison,
                _consents,
                new FailureLog(_failures, Sample.Pseudonyms(), _clock, NullLogger<FailureLog>.Instance),
                _metrics
            ),
            new ErasureDesk(_erasures, _erasures, _clock),
            _erasures,
            new RowSweep(_consents, _messages, new InMemoryRedactionScopes()),
            _datasets,
            new InMemoryDatasetLock(),
            new DatasetTidy(_datasets, new InMemoryLineageIndex()),
            Options.Create(options ?? new()),
            _metrics,
            _clock,
            NullLogger<RetentionStage>.Instance
        ).RunAsync(Token);
}
