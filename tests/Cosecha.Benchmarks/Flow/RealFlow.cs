using System.Net.Http.Json;
using Cosecha.Anonymization;
using Cosecha.Consent;
using Cosecha.Functions;
using Cosecha.Labeling;
using Cosecha.LocalHost;
using Cosecha.Quality;
using Cosecha.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cosecha.Benchmarks.Flow;

/// <summary>The flow as it is: the app on the embedded host, messages posted over HTTP.</summary>
internal sealed class RealFlow : IAsyncDisposable
{
    private static readonly string[] s_verdicts =
    [
        CounterNames.Approved,
        CounterNames.Review,
        CounterNames.Rejected,
        CounterNames.Discarded,
    ];

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private RealFlow(WebApplication app) => (_app, _http) = (app, new() { BaseAddress = new Uri(app.Urls.First()) });

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts the app, with the consent of the users and without what only the first message costs.</summary>
    public static async Task<RealFlow> StartAsync(string storage, IEnumerable<string> users, CancellationToken cancellationToken)
    {
        var app = Build(storage);
        await app.StartAsync(cancellationToken);
        var flow = new RealFlow(app);
        var text = (await flow._http.GetFromJsonAsync<Dictionary<string, string>>("api/consents/text?lang=es", cancellationToken))!;
        foreach (var user in users)
        {
            using var granted = await flow._http.PutAsJsonAsync($"api/consents/{user}", text, cancellationToken);
            granted.EnsureSuccessStatusCode();
        }

        // Catalog and models are read when the first message comes: a start-up cost, not one of each message.
        _ = (app.Services.GetService<AnonymizeStage>(), app.Services.GetService<LabelStage>(), app.Services.GetService<ValidateStage>());
        return flow;
    }

    /// <summary>Posts messages in one request.</summary>
    public async Task PostAsync(IReadOnlyList<object> batch, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync("api/messages", new { messages = batch }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until so many messages are stored, by the counters in this process: asking the storage would cost operations.</summary>
    public async Task StoredAsync(int messages, CancellationToken cancellationToken)
    {
        var metrics = Services.GetRequiredService<PipelineMetrics>();
        while (metrics.Totals().Values.SelectMany(t => t).Where(t => s_verdicts.Contains(t.Key.Split('.')[0])).Sum(t => t.Value) < messages)
        {
            await Task.Delay(10, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(string storage) =>
        FunctionsHost.Build(
            [
                "--root",
                AppContext.BaseDirectory,
                "--port=0",
                $"--AzureWebJobsStorage={storage}",
                $"--Pseudonym:Key={PseudonymOptions.DevelopmentKey}",
                "--Export:Schedule=0 0 7 * * *",
            ],
            typeof(Composition).Assembly.GetTypes(),
            builder =>
            {
                builder.AddCosecha();
                builder.Logging.ClearProviders();
            }
        );
}
