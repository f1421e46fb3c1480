using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Cosecha.Audit;
using Cosecha.Azure;
using Cosecha.Azure.Tables;
using Cosecha.Consent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Who did what: written for every act, read in pages.</summary>
public sealed class AuditTests(GuardedApps apps) : IClassFixture<GuardedApps>
{
    private const string Text = "precio de HLSO 16/20 con 20% glaseo a Houston";

    private static readonly (string Name, string Value) s_operator = ("x-functions-key", GuardedApps.OperatorKey);
    private static readonly (string Name, string Value) s_ana = StaffRoutes.Principal("ana@example.com", "operator");

    private readonly string _user = $"user-{Ids.Next()}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string UserKey => KeyOf(PseudonymOptions.DevelopmentKey);

    [Fact]
    public async Task Every_act_is_written_down_under_who_did_it_and_without_ids_or_texts()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token);
        using var api = new CosechaApi(app.Url);
        await api.GrantAsync(_user, Token);
        await api.GrantAsync(_user, Token);
        await api.PostAsync(
            [
                new
                {
                    messageId = "m1",
                    conversationId = "c1",
                    userId = _user,
                    role = "user",
                    content = Text,
                },
            ],
            Token
        );
        await api.DrainAsync(Token);
        await api.GetConversationAsync(_user, "c1", Token);
        await api.GetAsync($"users/{_user}/data", Token);
        var version = (string)(await api.ExportAsync(Token))["version"]!;
        await api.GetFileAsync(version, "chat/train.jsonl", Token);
        await api.FireAsync("Retention", Token);
        await EntryAsync("retention");
        await api.FireAsync("Export", Token);
        await Eventually.TrueAsync(async () => (await ReadAsync("export")).Count == 2, "the timer's export");
        var erasure = (string)(await api.WithdrawAsync(_user, Token))["erasureId"]!;
        await EntryAsync("erasure");

        var entries = (await ReadAsync()).Select(e => $"{e["actor"]} {e["action"]} {e["target"]} {e["outcome"]}").Reverse().ToList();
        entries.ShouldBe([
            $"bot consent_granted {UserKey} recorded",
            $"bot consent_granted {UserKey} repeated",
            $"local conversation_read {UserKey} allowed",
            $"local user_data_read {UserKey} allowed",
            $"local export {version} done",
            $"local download {version}/chat/train.jsonl allowed",
            "timer retention Retention done",
            $"timer export {version} unchanged",
            $"bot consent_withdrawn {UserKey} recorded",
            $"bot erasure {erasure} done",
        ]);
        var rows = await new Storage(azurite.ConnectionString).ReadTableAsync("audit", Token);
        rows.Count.ShouldBe(entries.Count);
        var cells = rows.SelectMany(r => r.Select(c => $"{c.Value}")).ToList();
        cells.ShouldNotContain(c =>
            c.Contains(_user, StringComparison.OrdinalIgnoreCase) || c.Contains("HLSO", StringComparison.OrdinalIgnoreCase)
        );

        async Task<IReadOnlyList<JsonNode>> ReadAsync(string action = "") =>
            [.. (await api.GetAsync($"audit?action={action}", Token))["entries"]!.AsArray().Select(e => e!)];

        Task EntryAsync(string action) => Eventually.TrueAsync(async () => (await ReadAsync(action)).Count > 0, action);
    }

    [Fact]
    public async Task A_redrive_by_the_command_line_tool_is_written_down()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token);
        var (code, output, _) = await CosechaCommand.RunAsync(["redrive", "captured", "--url", $"{app.Url}"]);
        (code, output.Split(',')[0]).ShouldBe((0, "0 moved back to captured"));
        var row = (await new Storage(azurite.ConnectionString).ReadTableAsync(StorageNames.AuditTable, Token)).ShouldHaveSingleItem();
        $"{row.GetString("Actor")} {row.GetString("Action")} {row.GetString("Target")} {row.GetString("Outcome")}".ShouldBe(
            "local redrive captured moved"
        );
    }

    [Fact]
    public async Task The_name_comes_from_the_identity_and_a_refused_call_is_written_down()
    {
        var path = $"users/{_user}/data?actor=somebody";
        (await apps.CallAsync("GET", path, true, s_ana, ("X-MS-CLIENT-PRINCIPAL-NAME", "somebody"))).Status.ShouldBe(HttpStatusCode.OK);
        (await apps.CallAsync("GET", path, false, s_ana)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await apps.CallAsync("GET", path, true, StaffRoutes.Principal("eva@example.com"))).Status.ShouldBe(HttpStatusCode.Forbidden);

        var rows = await new Storage(apps.ConnectionString).ReadTableAsync("audit", Token);
        rows.Where(r => r.GetString("Target") == KeyOf(GuardedApps.SecretKey))
            .ShouldHaveSingleItem()
            .GetString("Actor")
            .ShouldBe("ana@example.com");
        var refused = rows.Where(r => r.GetString("Target") == "GetUserData").ToList();
        refused.Select(r => r.GetString("Outcome")).Distinct().ShouldBe(["refused"]);
        refused.Select(r => r.GetString("Actor")).ShouldBe(["eva@example.com", "unknown"], ignoreOrder: true);
        apps.Log(platform: true).ShouldNotContain(l => l.Contains("example.com", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_are_newest_first_without_gap_or_double_while_new_entries_come_in()
    {
        const int Entries = 250;
        var log = new AuditLog(
            new(new ConfigurationBuilder().AddInMemoryCollection([new(StorageAccount.Setting, apps.ConnectionString)]).Build())
        );
        var first = new DateTimeOffset(2025, 12, 30, 12, 0, 0, TimeSpan.Zero);
        // Four of an instant, and days that change in the middle of a page.
        await Parallel.ForAsync(
            0,
            Entries,
            Token,
            async (i, token) => await log.RecordAsync(Redrive(first.AddMinutes(i / 4 * 20), $"{i}"), token)
        );

        var (targets, times, pages, query) = (new List<string>(), new List<DateTimeOffset>(), 0, "");
        for (string? next = ""; next is not null; query = $"&page={next}", pages++)
        {
            var answer = await apps.CallAsync("GET", $"audit?from=2025-12-01&to=2025-12-31&action=redrive{query}", false, s_operator);
            answer.Status.ShouldBe(HttpStatusCode.OK);
            var body = JsonNode.Parse(answer.Body)!;
            targets.AddRange(body["entries"]!.AsArray().Select(e => (string)e!["target"]!));
            times.AddRange(body["entries"]!.AsArray().Select(e => e!["at"]!.GetValue<DateTimeOffset>()));
            next = (string?)body["next"];
            await log.RecordAsync(Redrive(new(2025, 12, 31, 23, 59, pages, TimeSpan.Zero), $"late {pages}"), Token);
        }

        pages.ShouldBe(3);
        times.ShouldBe(times.OrderDescending());
        targets.ShouldBe(Enumerable.Range(0, Entries).Select(i => $"{i}"), ignoreOrder: true);
    }

    [Fact]
    public async Task A_range_of_days_is_both_days_and_all_between()
    {
        var log = new AuditLog(
            new(new ConfigurationBuilder().AddInMemoryCollection([new(StorageAccount.Setting, apps.ConnectionString)]).Build())
        );
        foreach (var (day, hour) in ((int, int)[])[(9, 23), (10, 0), (11, 12), (12, 23), (13, 0)])
        {
            await log.RecordAsync(Redrive(new(2025, 6, day, hour, 30, 0, TimeSpan.Zero), $"{day}"), Token);
        }

        (await TargetsAsync("from=2025-06-10&to=2025-06-12")).ShouldBe(["12", "11", "10"]);
        (await TargetsAsync("to=2025-06-09")).ShouldBe(["9"]);
        (await TargetsAsync("from=2025-06-10&to=2025-06-12&action=export")).ShouldBeEmpty();

        async Task<IEnumerable<string>> TargetsAsync(string query)
        {
            var answer = await apps.CallAsync("GET", $"audit?{query}", false, s_operator);
            return JsonNode.Parse(answer.Body)!["entries"]!.AsArray().Select(e => (string)e!["target"]!);
        }
    }

    [Theory]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2026-13-01", "to")]
    [InlineData("action=everything", "action")]
    [InlineData("page=MQ", "page")]
    public async Task A_wrong_query_is_named(string query, string field)
    {
        var (status, body) = await apps.CallAsync("GET", $"audit?{query}", false, s_operator);
        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)JsonNode.Parse(body)!["errors"]![0]!["field"]).ShouldBe(field);
    }

    private static AuditEntry Redrive(DateTimeOffset at, string target) =>
        new(at, Actors.OperatorKey, AuditAction.Redrive, target, AuditOutcome.Moved);

    private string KeyOf(string secret) => new Pseudonyms(Options.Create(new PseudonymOptions { Key = secret })).UserKey(_user);
}
