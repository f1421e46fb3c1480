using System.Net;
using Azure.Data.Tables;
using Cosecha.Azure;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>What happens when the audit cannot be written.</summary>
public sealed class AuditFailureTests
{
    private const string Grant = """{"textVersion":"2025-01","language":"es","channel":"whatsapp"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_read_unseen_and_what_was_done_is_repeated_until_it_is_written_down()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token);
        using var api = new CosechaApi(app.Url);
        var user = $"user-{Ids.Next()}";
        var version = (string)(await api.ExportAsync(Token))["version"]!;
        var tables = new TableServiceClient(azurite.ConnectionString);
        await tables.DeleteTableAsync(StorageNames.AuditTable, Token);

        foreach (var path in (string[])[$"users/{user}/data", $"messages/c1?userId={user}", $"exports/{version}/manifest.json"])
        {
            var (status, _, body) = await api.SendAsync(HttpMethod.Get, path, null, Token);
            status.ShouldBe(HttpStatusCode.InternalServerError, path);
            body.ShouldNotContain(version);
        }

        (await api.SendAsync(HttpMethod.Put, $"consents/{user}", Grant, Token)).Status.ShouldBe(HttpStatusCode.InternalServerError);
        ((string)(await api.GetAsync($"consents/{user}", Token))["status"]!).ShouldBe("granted");
        await tables.CreateTableAsync(StorageNames.AuditTable, Token);
        (await api.SendAsync(HttpMethod.Put, $"consents/{user}", Grant, Token)).Status.ShouldBe(HttpStatusCode.OK);
        var rows = await new Storage(azurite.ConnectionString).ReadTableAsync(StorageNames.AuditTable, Token);
        rows.Select(r => $"{r.GetString("Action")} {r.GetString("Outcome")}").ShouldBe(["consent_granted repeated"]);
    }

    [Fact]
    public async Task A_caller_who_may_not_is_refused_all_the_same_and_the_lost_entry_is_counted()
    {
        const string Key = "0123456789abcdef0123456789abcdef";
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(
            azurite.ConnectionString,
            Token,
            settings: new Dictionary<string, string?> { ["Access__OperatorKey"] = Key }
        );
        using var api = new CosechaApi(app.Url);
        (await api.SendAsync(HttpMethod.Get, "exports", null, Token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await new TableServiceClient(azurite.ConnectionString).DeleteTableAsync(StorageNames.AuditTable, Token);
        (await api.SendAsync(HttpMethod.Get, "exports", null, Token)).Status.ShouldBe(HttpStatusCode.Unauthorized);

        var counts = (await api.GetAsync($"metrics?code={Key}", Token))["days"]![0]!["counts"]!;
        ((int)counts["audit_lost.call"]!).ShouldBe(1);
        ((int)counts["access_refused.unauthenticated"]!).ShouldBe(2);
    }
}
