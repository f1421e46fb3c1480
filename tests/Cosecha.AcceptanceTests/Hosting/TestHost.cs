using Cosecha.LocalHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cosecha.AcceptanceTests.Hosting;

/// <summary>The host under test, in this process, with the functions of one test on queues of their own.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private bool stopped;

    private TestHost(WebApplication app, Probe probe, LogLines log)
    {
        this.app = app;
        Probe = probe;
        Log = log;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public Probe Probe { get; }

    public LogLines Log { get; }

    public HttpClient Client { get; }

    /// <summary>Starts the host.</summary>
    /// <param name="storage">The connection string.</param>
    /// <param name="functions">The class whose functions to run.</param>
    /// <param name="settings">Settings by name; they win over those that tests usually want.</param>
    /// <param name="configure">Registers services instead of the host's own.</param>
    public static async Task<TestHost> StartAsync(
        string storage,
        Type functions,
        Dictionary<string, string?> settings,
        Action<IServiceCollection>? configure = null
    )
    {
        var probe = new Probe();
        var log = new LogLines();
        var app = FunctionsHost.Build(
            ["--port", "0"],
            [functions],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["AzureWebJobsStorage"] = storage,
                        ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.200",
                        ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:00",
                    }
                );
                builder.Configuration.AddInMemoryCollection(settings);
                builder.Logging.ClearProviders().AddProvider(log);
                builder.Services.AddSingleton(probe);
                configure?.Invoke(builder.Services);
            }
        );
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(app, probe, log);
    }

    public async Task StopAsync()
    {
        stopped = true;
        await app.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Probe.Gate.TrySetResult();
        Client.Dispose();
        if (!stopped)
            await StopAsync();
        await app.DisposeAsync();
    }
}
