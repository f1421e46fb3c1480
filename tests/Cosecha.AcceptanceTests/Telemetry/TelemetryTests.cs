using System.Text.Json.Nodes;

namespace Cosecha.AcceptanceTests.Telemetry;

/// <summary>What leaves the app about its own work: one trace for a message, figures, and nothing of anybody.</summary>
public sealed class TelemetryTests
{
    private const string User = "593-user-marker-1";
    private const string Conversation = "conversation-marker-1";
    private const string Key = "key-marker";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_one_trace_from_the_request_through_the_queues_to_the_table()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token, settings: With("Telemetry__Console", "true"));
        using var api = new CosechaApi(app.Url);
        await SendAsync(api);
        await Eventually.TrueAsync(() => Stage(app, "Validate labeled") is not null, "the last stage is in the output");

        var request = Spans(app).Single(s => s.Name == "POST /api/messages");
        var (anonymize, label, validate) = (
            Stage(app, "Anonymize captured")!,
            Stage(app, "Label anonymized")!,
            Stage(app, "Validate labeled")!
        );
        (anonymize.ParentId, label.ParentId, validate.ParentId).ShouldBe((request.Id, anonymize.Id, label.Id));
        var table = Spans(app).Where(s => s.ParentId == validate.Id && s.Url?.EndsWith("/messages", StringComparison.Ordinal) == true);
        table.ShouldNotBeEmpty();
        new[] { anonymize, label, validate }.Concat(table).ShouldAllBe(s => s.TraceId == request.TraceId);
    }

    [Fact]
    public async Task Nothing_of_a_user_and_no_key_is_in_spans_figures_and_logs_that_a_collector_gets()
    {
        await using var collector = await Collector.StartAsync();
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token, settings: To(collector.Url));
        using var api = new CosechaApi(app.Url);
        await SendAsync(api);
        await api.GetAsync($"users/{User}/data?code={Key}", Token);
        await api.GetAsync($"messages/{Conversation}?userId={User}", Token);
        await api.SendAsync(HttpMethod.Get, $"nowhere/{User}?code={Key}", null, Token);
        await api.SendAsync(HttpMethod.Patch, $"consents/{User}", null, Token);
        await CallWithContextAsync(app);
        var row = (await new Storage(azurite.ConnectionString).ReadTableAsync("messages", Token)).Single();

        await Eventually.TrueAsync(() => Got(collector, "/v1/traces", "Validate labeled"), "spans came");
        await Eventually.TrueAsync(() => Got(collector, "/v1/traces", "/api/users/{userId}/data"), "the request for data came");
        await Eventually.TrueAsync(() => Got(collector, "/v1/traces", "/api/consents/text"), "the request of the traced bot came");
        await Eventually.TrueAsync(() => Got(collector, "/v1/metrics", "cosecha.message.approved"), "figures came");
        await Eventually.TrueAsync(() => Got(collector, "/v1/logs", "Routes of staff"), "logs came");
        foreach (var secret in (string[])[User, Conversation, Key, "camarón", row.PartitionKey, "PartitionKey"])
        {
            All(collector).ShouldNotContain(secret, Case.Insensitive);
        }
    }

    [Fact]
    public async Task Application_Insights_gets_every_trace_and_nothing_of_anybody()
    {
        const int Requests = 40;
        await using var insights = await Collector.StartAsync();
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token, settings: ToInsights(insights.Url));
        using var api = new CosechaApi(app.Url);
        await SendAsync(api);
        // Its exporter would keep five traces a second.
        await Task.WhenAll(Enumerable.Range(0, Requests).Select(_ => api.GetAsync($"consents/{User}?code={Key}", Token)));
        await Eventually.TrueAsync(() => All(insights).Split("\"name\":\"GET api/consents/{userId").Length > Requests, "all requests came");
        await Eventually.TrueAsync(() => All(insights).Contains("Validate labeled", StringComparison.Ordinal), "the last stage came");
        foreach (var secret in (string[])[User, Conversation, Key, "PartitionKey"])
        {
            All(insights).ShouldNotContain(secret, Case.Insensitive);
        }
    }

    [Fact]
    public async Task A_collector_that_is_away_holds_nothing_up()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token, settings: To("http://127.0.0.1:9"));
        using var api = new CosechaApi(app.Url);
        await SendAsync(api);
    }

    [Fact]
    public async Task The_figures_of_a_day_survive_a_restart()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        JsonNode before;
        await using (var app = await App.StartAsync(azurite.ConnectionString, Token))
        {
            using var api = new CosechaApi(app.Url);
            await SendAsync(api);
            await new Storage(azurite.ConnectionString).SendAsync("captured", "not json", Token);
            await Eventually.TrueAsync(async () => (await TodayAsync(api))["parseErrors"]!.AsObject().Count > 0, "it was refused");
            before = await TodayAsync(api);
            await app.KillAsync();
        }

        await using var next = await App.StartAsync(azurite.ConnectionString, Token);
        using var again = new CosechaApi(next.Url);
        var after = await TodayAsync(again);
        ((int)after["captured"]!, (int)after["approved"]!, (int)after["parseErrors"]!["queue_message"]!).ShouldBe((1, 1, 1));
        after["discarded"]!.AsObject().ShouldBeEmpty();
        ((double)after["meanConfidence"]!).ShouldBeInRange(0.5, 1);
        JsonNode.DeepEquals(after, before).ShouldBeTrue();
    }

    /// <summary>A bot that is traced itself and writes its user into what travels along.</summary>
    private static async Task CallWithContextAsync(App app)
    {
        using var http = new HttpClient { BaseAddress = app.Url };
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/consents/text?lang=es");
        request.Headers.Add("traceparent", "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01");
        request.Headers.Add("tracestate", $"bot={User}");
        request.Headers.Add("baggage", $"user={User}");
        using var response = await http.SendAsync(request, Token);
        response.EnsureSuccessStatusCode();
    }

    private static async Task SendAsync(CosechaApi api)
    {
        await api.GrantAsync(User, Token);
        var message = new
        {
            messageId = "m-1",
            conversationId = Conversation,
            userId = User,
            role = "user",
            content = "Hola, necesito precio de camarón HLSO 16/20 para China",
            timestamp = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero),
            channel = "whatsapp",
        };
        (await api.PostAsync([message], Token)).ShouldBe(["queued"]);
        await Eventually.TrueAsync(async () => (int)(await TodayAsync(api))["approved"]! == 1, "it is stored");
    }

    private static async Task<JsonNode> TodayAsync(CosechaApi api) => (await api.GetAsync("metrics", Token))["days"]![0]!;

    private static IReadOnlyList<ConsoleSpan> Spans(App app) => ConsoleSpan.ReadAll(app.Log);

    private static ConsoleSpan? Stage(App app, string name) => Spans(app).SingleOrDefault(s => s.Name == name);

    private static bool Got(Collector collector, string path, string text) =>
        collector.Received.Any(r => r.Path == path && r.Body.Contains(text, StringComparison.Ordinal));

    private static string All(Collector collector) => string.Join('\n', collector.Received.Select(r => r.Body));

    private static Dictionary<string, string?> ToInsights(string ingestion) =>
        new()
        {
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] =
                $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={ingestion}/",
            // How the exporter itself fares, told to its maker.
            ["APPLICATIONINSIGHTS_STATSBEAT_DISABLED_ALL"] = "true",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        };

    private static Dictionary<string, string?> To(string collector) =>
        new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
        };

    private static Dictionary<string, string?> With(string name, string value) => new() { [name] = value };
}
