using Cosecha.Access;
using Cosecha.Ai;
using Cosecha.Health;
using Cosecha.Telemetry;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Configuration;
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

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", null, null, "always_off")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "always_on", null, "always_off")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "always_off", null, null)]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", null, null, "microsoft.fixed_percentage")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "always_off", null, "microsoft.fixed_percentage")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "microsoft.fixed_percentage", "10", "microsoft.fixed_percentage")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "microsoft.fixed_percentage", "0", null)]
    public async Task A_host_that_sends_addresses_of_requests_is_told_with_what_stops_it(
        string exporter,
        string? sampler,
        string? argument,
        string? mend
    )
    {
        (string, string?)[] settings = [(exporter, "x"), ("OTEL_TRACES_SAMPLER", sampler), ("OTEL_TRACES_SAMPLER_ARG", argument)];
        var report = await CheckAsync(new Storage(), settings: [("Functions:Worker:HostEndpoint", "http://localhost:1"), .. settings]);
        var check = report.Checks.Single(c => c.Name == "telemetry");
        check.Status.ShouldBe(mend is null ? HealthStatus.Healthy : HealthStatus.Degraded);
        check.Detail.ShouldContain(mend ?? "");
        (await CheckAsync(new Storage(), settings: settings)).Status.ShouldBe(HealthStatus.Healthy, "no such host is around the app");
    }

    private static Task<HealthReport> CheckAsync(
        Storage storage,
        string environment = "Production",
        AiStatus? model = null,
        AccessOptions? access = null,
        params (string Name, string? Value)[] settings
    )
    {
        var policy = new AccessPolicy(Options.Create(access ?? new() { PlatformAuthentication = true }), new NamedEnvironment(environment));
        var all = settings.Select(s => KeyValuePair.Create(s.Name, s.Value));
        var spans = new HostSpans(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        var monitor = new HealthMonitor(storage, policy, model ?? new(), spans, TimeProvider.System);
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
