using System.Globalization;
using Azure.Storage.Queues;
using Cosecha.Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cosecha.AcceptanceTests.Cli;

/// <summary><c>cosecha doctor</c> on a storage account, on its queues and on the running app.</summary>
public sealed class DoctorStorageTests : IAsyncLifetime
{
    private Azurite _azurite = null!;

    public async ValueTask InitializeAsync() => _azurite = await Azurite.StartNewAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    [Fact]
    public async Task A_local_app_that_is_well_passes_and_nothing_of_the_doctors_is_left_behind()
    {
        using var folder = new DoctorFolder(_azurite.ConnectionString);
        var (code, output) = await folder.RunAsync();
        code.ShouldBe(0, output);
        output.ShouldNotContain("FAIL", Case.Sensitive);
        output.ShouldNotContain("warn  ");
        output.ShouldContain("ok    tables: can be read and written to; the app makes messages, claims, ");
        output.ShouldContain("ok    queues: can be read and written to; the app makes captured, ");
        output.ShouldContain("ok    blobs: can be read and written to; the app makes finetune at its first request");
        output.ShouldContain("ok    queue messages: 0 messages looked at, none amiss");
        output.ShouldContain("ok    host: host.json has what the code counts on");
        output.ShouldContain("ok    clock: agrees with the storage's within a minute");
        var queues = new QueueServiceClient(_azurite.ConnectionString, StorageApi.Queues(QueueMessageEncoding.None));
        (
            await queues
                .GetQueuesAsync(cancellationToken: TestContext.Current.CancellationToken)
                .ToListAsync(TestContext.Current.CancellationToken)
        ).ShouldBeEmpty();
        (await folder.RunAsync()).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Storage_that_is_away_is_told_with_the_command_that_starts_it()
    {
        const string Nowhere = "http://127.0.0.1:9/devstoreaccount1";
        using var folder = new DoctorFolder(Account(Nowhere));
        var (code, output) = await folder.RunAsync();
        foreach (var service in new[] { "tables", "queues", "blobs" })
        {
            output.ShouldContain(
                $"FAIL  {service}: 127.0.0.1:9 does not answer\n      -> ./run starts Azurite with the app; alone: npx azurite"
            );
        }

        code.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_key_is_told_without_it()
    {
        var wrong = Convert.ToBase64String(new byte[64]);
        var parts = _azurite
            .ConnectionString.Split(';')
            .Select(p => p.StartsWith("AccountKey=", StringComparison.Ordinal) ? $"AccountKey={wrong}" : p);
        using var folder = new DoctorFolder(string.Join(';', parts));
        var (code, output) = await folder.RunAsync();
        output.ShouldContain("FAIL  queues: cannot be read: the key in AzureWebJobsStorage is refused");
        output.ShouldContain("-> \"AzureWebJobsStorage\": \"UseDevelopmentStorage=true\"");
        output.ShouldNotContain(wrong);
        code.ShouldBe(1);
    }

    [Theory]
    [InlineData("AccountKey=hidden", "AzureWebJobsStorage is not a storage connection string")]
    [InlineData("", "AzureWebJobsStorage is not set, nor is AzureWebJobsStorage__tableServiceUri an address")]
    public async Task A_setting_that_names_no_account_is_told_without_its_value(string storage, string problem)
    {
        using var folder = new DoctorFolder(storage);
        var (code, output) = await folder.RunAsync();
        output.ShouldContain($"FAIL  storage: {problem}\n      -> ./run (Azurite), or AzureWebJobsStorage in local.settings.json");
        output.ShouldNotContain("hidden");
        code.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_without_encryption_is_told_where_an_identity_is_to_be_used()
    {
        using var folder = new DoctorFolder("");
        folder.Settings["AzureWebJobsStorage__tableServiceUri"] = "http://account.table.core.windows.net";
        (await folder.RunAsync()).Output.ShouldContain("FAIL  storage: AzureWebJobsStorage__tableServiceUri must be an https address");
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_code_and_a_clock_that_is_off_is_told()
    {
        var behind = TimeProvider.System.GetUtcNow().AddMinutes(10);
        await using var server = await StartAsync(context =>
        {
            context.Response.Headers.Date = behind.ToString("R", CultureInfo.InvariantCulture);
            context.Response.Headers["x-ms-error-code"] = "AuthorizationPermissionMismatch";
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        });
        using var folder = new DoctorFolder(Account($"{server.Urls.Single()}/account"));
        var (code, output) = await folder.RunAsync();
        foreach (var service in new[] { "tables", "queues", "blobs" })
        {
            output.ShouldContain(
                $"FAIL  {service}: cannot be read: the key in AzureWebJobsStorage is refused (AuthorizationPermissionMismatch)"
            );
        }

        output.ShouldContain("-> az storage account show-connection-string --name account ");

        output.ShouldMatch("FAIL  clock: (59\\d|600) seconds behind the storage's\n      -> sudo timedatectl");
        code.ShouldBe(1);
    }

    [Fact]
    public async Task Messages_that_cannot_be_read_are_counted_and_not_shown()
    {
        await PutAsync("captured", "not base64: SECRET", Base64("""{"schema":9,"messages":["SECRET"]}"""), Base64("SECRET"));
        await PutAsync("labeled-poison", Base64("SECRET"));
        using var folder = new DoctorFolder(_azurite.ConnectionString);
        var (code, output) = await folder.RunAsync();
        output.ShouldContain(
            "FAIL  queue messages: captured: 1 of 3 are not base64: Cosecha has not sent them\n      -> stop whoever sends them"
        );
        output.ShouldContain(
            "FAIL  queue messages: captured: 1 of 3 were written by another version of Cosecha\n      -> deploy the version"
        );
        output.ShouldContain("FAIL  queue messages: captured: 1 of 3 cannot be read (not_json)");
        output.ShouldContain(
            "warn  queue messages: labeled-poison: 1 of 1 cannot be read (not_json): Cosecha has not sent them\n      -> stop whoever sends them; here"
        );
        output.ShouldNotContain("SECRET");
        code.ShouldBe(1);
    }

    [Fact]
    public async Task A_poison_queue_that_is_not_empty_is_told_with_the_command_that_redrives_it()
    {
        var order =
            """{"schema":1,"traceParent":null,"messages":[{"id":"e1","userKeys":["k"],"requestedAt":"2026-01-01T00:00:00+00:00","event":null}]}""";
        await PutAsync("erasure-poison", Base64(order));
        using var folder = new DoctorFolder(_azurite.ConnectionString);
        (await folder.RunAsync()).Output.ShouldContain("./cosecha redrive erasure\n");
        (await folder.RunOfAzureAsync()).Output.ShouldContain("./cosecha redrive erasure --url URL --key KEY\n");
        (await folder.RunAsync("--url", "http://127.0.0.1:9")).Output.ShouldContain(
            "redrive erasure --url http://127.0.0.1:9/ --key KEY\n"
        );
    }

    [Fact]
    public async Task A_host_with_another_encoding_or_number_of_tries_than_the_app_is_told()
    {
        using var folder = new DoctorFolder(_azurite.ConnectionString);
        await File.WriteAllTextAsync(
            folder["host.json"],
            """{"version":"2.0","extensions":{"queues":{/* as was */"messageEncoding":"none","maxDequeueCount":7}}}""",
            TestContext.Current.CancellationToken
        );
        var (code, output) = await folder.RunAsync();
        output.ShouldContain("FAIL  host: host.json: messageEncoding is not base64: every message would fail");
        output.ShouldContain("-> set extensions.queues.messageEncoding in");
        output.ShouldContain("FAIL  host: host.json: maxDequeueCount is not 5");
        code.ShouldBe(1);
    }

    [Fact]
    public async Task The_running_app_is_asked_for_what_it_says_of_itself()
    {
        await using var sick = await StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            return context.Response.WriteAsync(
                """{"status":"unhealthy","checks":[{"name":"storage","status":"unhealthy","detail":"Tables do not answer."},{"name":"poison","status":"healthy","detail":"-"}],"queues":{}}"""
            );
        });
        using var folder = new DoctorFolder(_azurite.ConnectionString);
        var (code, output) = await folder.RunAsync("--url", sick.Urls.Single());
        output.ShouldContain("FAIL  app: storage: Tables do not answer.");
        output.ShouldNotContain("app: poison");
        code.ShouldBe(1);
        (await folder.RunAsync("--url", "http://127.0.0.1:9")).Output.ShouldContain(
            "FAIL  app: http://127.0.0.1:9/ does not answer\n      -> ./run"
        );
    }

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    private static string Account(string address) =>
        $"AccountName=account;AccountKey={Base64("key")};TableEndpoint={address};QueueEndpoint={address};BlobEndpoint={address}";

    private async Task PutAsync(string queue, params string[] messages)
    {
        var client = new QueueClient(_azurite.ConnectionString, queue, StorageApi.Queues(QueueMessageEncoding.None));
        await client.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        foreach (var message in messages)
        {
            await client.SendMessageAsync(message, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
