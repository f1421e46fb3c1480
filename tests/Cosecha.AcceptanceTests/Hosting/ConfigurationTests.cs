using System.Net;
using System.Net.Sockets;
using Cosecha.LocalHost;
using Cosecha.LocalHost.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Cosecha.AcceptanceTests.Hosting;

public sealed class ConfigurationTests : IDisposable
{
    private const string HostJson = """{ "version": "2.0", "other": { "key": 1 } }""";

    private readonly string root = Directory.CreateTempSubdirectory("root-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Settings_come_from_local_settings_then_the_environment_then_the_command_line()
    {
        Write("host.json", HostJson);
        Write(
            "local.settings.json",
            """{ "IsEncrypted": false, /* as Core Tools allows */ "Values": { "Area__One": "file", "Area__Two": "file", "PATH": "file", "Number": 7 }, }"""
        );
        await using var app = FunctionsHost.Build(["--root", root, "--port", "0", "--Area:Two", "line"], [typeof(Settings)], Quiet);
        await app.StartAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        (await client.GetStringAsync("api/settings/Area:One", Cancellation)).ShouldBe("file");
        (await client.GetStringAsync("api/settings/Area:Two", Cancellation)).ShouldBe("line");
        (await client.GetStringAsync("api/settings/Number", Cancellation)).ShouldBe("7");
        (await client.GetStringAsync("api/settings/PATH", Cancellation)).ShouldBe(Environment.GetEnvironmentVariable("PATH"));
        await app.StopAsync(Cancellation);
    }

    [Theory]
    [InlineData("data", "data/settings/X")]
    [InlineData("", "settings/X")]
    public async Task The_route_prefix_is_that_of_host_json(string prefix, string address)
    {
        Write("host.json", $$"""{ "version": "2.0", "extensions": { "http": { "routePrefix": "{{prefix}}" } } }""");
        await using var app = FunctionsHost.Build(["--root", root, "--port", "0", "--X", "here"], [typeof(Settings)], Quiet);
        await app.StartAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        (await client.GetStringAsync(address, Cancellation)).ShouldBe("here");
        await app.StopAsync(Cancellation);
    }

    [Fact]
    public async Task The_port_of_local_settings_is_used_on_loopback()
    {
        var port = FreePort();
        Write("host.json", HostJson);
        Write("local.settings.json", $$"""{ "Values": {}, "Host": { "LocalHttpPort": {{port}} } }""");
        await using var app = FunctionsHost.Build(["--root", root], [typeof(Settings)], Quiet);
        await app.StartAsync(Cancellation);
        app.Urls.ShouldBe([$"http://localhost:{port}"]);
        await app.StopAsync(Cancellation);
    }

    [Theory]
    [InlineData("""{ "version": "2.0" """, "host.json is not valid JSON.")]
    [InlineData("""{ }""", "host.json: version must be \"2.0\".")]
    [InlineData(
        """{ "version": "2.0", "extensions": { "queues": { "batchSize": 33 } } }""",
        "host.json: extensions.queues.batchSize is \"33\" but must be 1 to 32."
    )]
    [InlineData(
        """{ "version": "2.0", "extensions": { "queues": { "maxPollingInterval": "soon" } } }""",
        "host.json: extensions.queues.maxPollingInterval is \"soon\" but must be a time of 00:00:00.100 or more."
    )]
    [InlineData(
        """{ "version": "2.0", "extensions": { "queues": { "messageEncoding": "rot13" } } }""",
        "host.json: extensions.queues.messageEncoding is \"rot13\" but must be base64 or none."
    )]
    public void A_wrong_host_json_is_said_in_a_sentence_with_file_and_key(string hostJson, string problem)
    {
        Write("host.json", hostJson);
        Problem(typeof(Settings)).ShouldBe(Path.Combine(root, problem));
    }

    [Fact]
    public void A_missing_host_json_is_said_in_a_sentence() =>
        Problem(typeof(Settings)).ShouldStartWith(Path.Combine(root, "host.json") + " is missing");

    [Fact]
    public void Encrypted_settings_are_refused()
    {
        Write("host.json", HostJson);
        Write("local.settings.json", """{ "IsEncrypted": true, "Values": {} }""");
        Problem(typeof(Settings)).ShouldContain("IsEncrypted must be false");
    }

    [Theory]
    [InlineData(typeof(Nightly), "Values lacks \"Export__Schedule\", which function Nightly needs")]
    [InlineData(typeof(Queued), "Values lacks \"AzureWebJobsStorage\", which function Queued needs")]
    public void A_missing_setting_is_said_in_a_sentence_with_file_key_and_function(Type functions, string problem)
    {
        Write("host.json", HostJson);
        Problem(functions).ShouldStartWith($"{Path.Combine(root, "local.settings.json")}: {problem}");
    }

    [Fact]
    public void A_nested_setting_in_an_attribute_has_a_colon_as_the_real_host_wants_it()
    {
        Write("host.json", HostJson);
        Problem(typeof(Underscored), "--Export:Schedule", "0 0 7 * * *").ShouldContain("with a colon, not as %Export__Schedule%");
    }

    [Theory]
    [InlineData(typeof(Nightly), "--Export:Schedule", "whenever", "Function Nightly: \"whenever\" is not an NCRONTAB schedule")]
    [InlineData(
        typeof(Queued),
        "--AzureWebJobsStorage",
        "AccountKey=secret",
        "Setting AzureWebJobsStorage is not a storage connection string."
    )]
    public void A_wrong_setting_is_said_in_a_sentence_without_its_secret(Type functions, string name, string value, string problem)
    {
        Write("host.json", HostJson);
        Problem(functions, name, value).ShouldStartWith(problem);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "UseDevelopmentStorage=true")]
    [InlineData("AzureWebJobsStorage:accountName", "somewhere")]
    [InlineData("AzureWebJobsStorage:queueServiceUri", "https://somewhere.queue.core.windows.net")]
    public async Task Storage_is_named_by_connection_string_or_by_identity(string name, string value)
    {
        Write("host.json", HostJson);
        await using var app = FunctionsHost.Build(["--root", root, "--" + name, value], [typeof(Queued)], Quiet);
        app.Services.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_busy_port_ends_the_process_with_a_sentence_and_exit_code_1()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;
        await using var process = SampleHostProcess.Start(
            new Dictionary<string, string?>
            {
                ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
                ["Queues__In"] = "unused-in",
                ["Queues__Out"] = "unused-out",
            },
            "--port",
            $"{port}"
        );
        await process.WaitForExitAsync(Cancellation);
        process.ExitCode.ShouldBe(1);
        process.Lines.ShouldBe([$"http://127.0.0.1:{port} is in use: stop what uses it, or choose another port with --port."]);
    }

    [Fact]
    public async Task A_missing_setting_ends_the_process_with_a_sentence_and_exit_code_1()
    {
        await using var process = SampleHostProcess.Start(new Dictionary<string, string?> { ["Queues__In"] = "unused-in" }, "--port", "0");
        await process.WaitForExitAsync(Cancellation);
        process.ExitCode.ShouldBe(1);
        process.Lines.Single().ShouldContain("\"Queues__Out\"");
    }

    private static void Quiet(WebApplicationBuilder builder) => builder.Logging.ClearProviders();

    private string Problem(Type functions, params string[] arguments) =>
        Should.Throw<HostConfigurationException>(() => FunctionsHost.Build(["--root", root, .. arguments], [functions], Quiet)).Message;

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(root, file), text);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public sealed class Settings(IConfiguration configuration)
    {
        [Function("Settings")]
        public IActionResult Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "settings/{name}")] HttpRequest request,
            string name
        ) => new ContentResult { Content = configuration[name] };
    }

    public sealed class Nightly
    {
        [Function("Nightly")]
        public static void Run([TimerTrigger("%Export:Schedule%")] TimerInfo timer) { }
    }

    public sealed class Underscored
    {
        [Function("Underscored")]
        public static void Run([TimerTrigger("%Export__Schedule%")] TimerInfo timer) { }
    }

    public sealed class Queued
    {
        [Function("Queued")]
        public static void Run([QueueTrigger("work")] string payload) { }
    }
}
