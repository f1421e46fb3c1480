using Cosecha.Ai;
using Cosecha.Health;

namespace Cosecha.Tests.Health;

public sealed class HealthMonitorTests
{
    [Fact]
    public async Task All_is_well_when_storage_answers_and_settings_are_sane() =>
        (await CheckAsync(new Storage())).Status.ShouldBe(HealthStatus.Healthy);

    [Fact]
    public async Task Storage_that_does_not_answer_is_told_and_not_thrown()
    {
        var report = await CheckAsync(new Storage { Failure = new IOException("down") });
        report.Status.ShouldBe(HealthStatus.Unhealthy);
        report.Checks.Single(c => c.Name == "storage").Detail.ShouldContain("AzureWebJobsStorage");
        report.Queues.ShouldBeEmpty();
    }

    [Fact]
    public async Task Poison_messages_are_told_with_what_mends_them()
    {
        var report = await CheckAsync(new Storage { Depths = new Dictionary<string, int> { ["captured-poison"] = 2 } });
        report.Status.ShouldBe(HealthStatus.Degraded);
        report.Checks.Single(c => c.Name == "poison").Detail.ShouldContain("cosecha redrive");
    }

    [Fact]
    public async Task A_language_model_that_refuses_the_key_is_told_until_it_answers()
    {
        var model = new AiStatus();
        await Should.ThrowAsync<AiUnavailableException>(() => model.WatchAsync<int>(() => throw new AiUnavailableException(401)));
        var report = await CheckAsync(new Storage(), model: model);
        report.Status.ShouldBe(HealthStatus.Degraded);
        report.Checks.Single(c => c.Name == "model").Detail.ShouldContain("Ai__Key");

        await model.WatchAsync(() => Task.FromResult(1));
        (await CheckAsync(new Storage(), model: model)).Status.ShouldBe(HealthStatus.Healthy);
    }

    private static Task<HealthReport> CheckAsync(Storage storage, AiStatus? model = null) =>
        new HealthMonitor(storage, model ?? new(), TimeProvider.System).CheckAsync(TestContext.Current.CancellationToken);

    private sealed class Storage : IStorageProbe
    {
        public IReadOnlyDictionary<string, int> Depths { get; init; } = new Dictionary<string, int>();

        public Exception? Failure { get; init; }

        public Task<IReadOnlyDictionary<string, int>> ReadQueueDepthsAsync(CancellationToken cancellationToken) => Task.FromResult(Depths);

        public Task TouchAsync(CancellationToken cancellationToken) => Failure is null ? Task.CompletedTask : Task.FromException(Failure);
    }
}
