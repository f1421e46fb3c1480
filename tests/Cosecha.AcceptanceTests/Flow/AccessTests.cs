using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Who may call the routes of staff.</summary>
public sealed class AccessTests(GuardedApps apps) : IClassFixture<GuardedApps>
{
    private const string Key = "x-functions-key";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Routes => [.. StaffRoutes.All.Select(r => (r.Function, r.Method, r.Path))];

    [Fact]
    public void All_routes_of_staff_are_tried() => Routes.Count.ShouldBeGreaterThanOrEqualTo(7);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Only_an_operator_gets_in(string function, string method, string path)
    {
        var operators = StaffRoutes.Principal("ana@example.com", "operator");
        (string Name, string Value)[] stranger = [(Key, "a-function-key-of-the-bot-0123456789abcdef")];
        foreach (var platform in (bool[])[false, true])
        {
            await RefusedAsync(HttpStatusCode.Unauthorized, "unauthenticated", platform);
            await RefusedAsync(HttpStatusCode.Unauthorized, "unauthenticated", platform, stranger);
            await RefusedAsync(HttpStatusCode.Unauthorized, "unauthenticated", platform, (Key, $"{GuardedApps.OperatorKey} "[1..]));
            await RefusedAsync(HttpStatusCode.Forbidden, "forbidden", platform, (Key, GuardedApps.ReviewerKey));
            IsIn((await apps.CallAsync(method, path, platform, (Key, GuardedApps.OperatorKey))).Status);
        }

        await RefusedAsync(HttpStatusCode.Unauthorized, "unauthenticated", false, operators, ("X-MS-CLIENT-PRINCIPAL-NAME", "ana"));
        await RefusedAsync(HttpStatusCode.Forbidden, "forbidden", true, StaffRoutes.Principal("eva@example.com", "reviewer"));
        await RefusedAsync(HttpStatusCode.Forbidden, "forbidden", true, StaffRoutes.Principal("eva@example.com"));
        await RefusedAsync(HttpStatusCode.Unauthorized, "unauthenticated", true, ("X-MS-CLIENT-PRINCIPAL", "{}"));
        await RefusedAsync(HttpStatusCode.Unauthorized, "unauthenticated", true, ("X-MS-CLIENT-PRINCIPAL-NAME", "ana@example.com"));
        IsIn((await apps.CallAsync(method, path, true, operators)).Status);

        async Task RefusedAsync(HttpStatusCode status, string reason, bool platform, params (string Name, string Value)[] headers)
        {
            var answer = await apps.CallAsync(method, path, platform, headers);
            answer.Status.ShouldBe(status, $"{function} {reason}");
            var problem = JsonNode.Parse(answer.Body)!;
            ((int)problem["status"]!, (string?)problem["reason"]).ShouldBe(((int)status, reason));
            problem.AsObject().Select(p => p.Key).ShouldBe(["type", "title", "status", "detail", "errors", "reason"]);
        }

        // The file and the job that the routes name are none, and no fine-tuning is set up.
        void IsIn(HttpStatusCode status) =>
            status.ShouldBeOneOf(
                function switch
                {
                    "GetExportFile" or "GetFineTune" => [HttpStatusCode.NotFound],
                    "PostFineTune" => [HttpStatusCode.Conflict],
                    // Without a body that names a queue.
                    "PostRedrive" => [HttpStatusCode.BadRequest],
                    // Of all these exports the first one makes a version, and the others find nothing new.
                    "PostExport" => [HttpStatusCode.Created, HttpStatusCode.OK],
                    _ => [HttpStatusCode.OK],
                }
            );
    }

    [Fact]
    public async Task A_key_may_come_in_the_query()
    {
        (await apps.CallAsync("GET", $"exports?code={GuardedApps.OperatorKey}")).Status.ShouldBe(HttpStatusCode.OK);
        (await apps.CallAsync("GET", $"exports?code={GuardedApps.ReviewerKey}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("ww==")]
    [InlineData("W1tbW1tbW1tbW1tbW1tbW1tbW1tb")]
    public async Task A_hostile_principal_is_refused_and_breaks_nothing(string principal) =>
        (await apps.CallAsync("GET", "exports", true, ("X-MS-CLIENT-PRINCIPAL", principal))).Status.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public void The_start_up_log_says_with_what_the_routes_are_guarded()
    {
        apps.Log(platform: false)
            .ShouldContain(l => l.Contains("guarded by Access__OperatorKey, Access__ReviewerKey", StringComparison.Ordinal));
        apps.Log(platform: true).ShouldContain(l => l.Contains("guarded by Access__PlatformAuthentication", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_settings_the_routes_are_closed_outside_development_and_health_says_so()
    {
        var settings = new Dictionary<string, string?>
        {
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Production",
            ["Pseudonym__Key"] = GuardedApps.SecretKey,
        };
        await using var app = await App.StartAsync(apps.ConnectionString, Token, settings: settings);
        using var api = new CosechaApi(app.Url);
        (await api.SendAsync(HttpMethod.Get, "exports", null, Token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var checks = (await api.GetAsync("health", Token))["checks"]!.AsArray();
        var access = checks.Single(c => (string?)c!["name"] == "access")!;
        ((string?)access["status"]).ShouldBe("degraded");
        ((string)access["detail"]!).ShouldContain("Access__OperatorKey");
        await Eventually.TrueAsync(() => app.Log.Any(l => l.Contains("Routes of staff are closed", StringComparison.Ordinal)), "the log");
    }

    [Fact]
    public async Task In_development_the_routes_are_open_to_this_machine_and_to_nobody_else()
    {
        await using var app = await App.StartAsync(apps.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = app.Url };
        (await StatusAsync()).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "localhost:7071"))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(("Host", "rebound.example.com"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(("X-Forwarded-For", "127.0.0.1, 192.0.2.7"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(("X-Forwarded-Host", "tunnel.example.com"))).ShouldBe(HttpStatusCode.Unauthorized);
        await Eventually.TrueAsync(() => app.Log.Any(l => l.Contains("open on this machine only", StringComparison.Ordinal)), "the log");

        async Task<HttpStatusCode> StatusAsync(params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "api/exports");
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
            }

            using var response = await http.SendAsync(request, Token);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task A_local_host_that_others_can_reach_stays_closed_to_them_and_warns()
    {
        if (await OwnAddressAsync() is not { } own)
        {
            Assert.Skip("This machine has no address but loopback.");
            return;
        }

        var settings = new Dictionary<string, string?> { ["urls"] = "http://0.0.0.0:0" };
        await using var app = await App.StartAsync(apps.ConnectionString, Token, settings: settings);
        using var http = new HttpClient();
        (await http.GetAsync(new Uri($"http://127.0.0.1:{app.Url.Port}/api/exports"), Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetAsync(new Uri($"http://{own}:{app.Url.Port}/api/exports"), Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var forged = new HttpRequestMessage(HttpMethod.Get, $"http://{own}:{app.Url.Port}/api/exports");
        forged.Headers.Host = "localhost";
        (await http.SendAsync(forged, Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await Eventually.TrueAsync(() => app.Log.Any(l => l.Contains("whoever reaches", StringComparison.Ordinal)), "the log");
    }

    private static async Task<IPAddress?> OwnAddressAsync() =>
        (await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork, Token)).FirstOrDefault(a =>
            !IPAddress.IsLoopback(a)
        );
}
