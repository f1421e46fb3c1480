using Cosecha.Access;
using Cosecha.Ai;
using Cosecha.Health;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Options;

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

    [Theory]
    [InlineData("Development", null, HealthStatus.Healthy)]
    [InlineData("Production", null, HealthStatus.Degraded)]
    [InlineData("Production", "0123456789abcdef0123456789abcdef", HealthStatus.Healthy)]
    public async Task Routes_of_staff_that_nobody_may_call_are_told(string environment, string? operatorKey, HealthStatus status)
    {
        var check = (await CheckAsync(new Storage(), environment, access: new() { OperatorKey = operatorKey })).Checks.Single(c =>
            c.Name == "access"
        );
        check.Status.ShouldBe(status);
        check.Detail.Contains("Access__OperatorKey", StringComparison.Ordinal).ShouldBe(status != HealthStatus.Healthy);
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

    private static Task<HealthReport> CheckAsync(
        Storage storage,
        string environment = "Production",
        AiStatus? model = null,
        AccessOptions? access = null
    )
    {
        var policy = new AccessPolicy(Options.Create(access ?? new() { PlatformAuthentication = true }), new NamedEnvironment(environment));
        var monitor = new HealthMonitor(storage, policy, model ?? new(), TimeProvider.System);
        return monitor.CheckAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Storage : IStorageProbe
    {
        public IReadOnlyDictionary<string, int> Depths { get; init; } = new Dictionary<string, int>();

        public Exception? Failure { get; init; }

        public Task<IReadOnlyDictionary<string, int>> ReadQueueDepthsAsync(CancellationToken cancellationToken) => Task.FromResult(Depths);

        public Task TouchAsync(CancellationToken cancellationToken) => Failure is null ? Task.CompletedTask : Task.FromException(Failure);
    }
}
