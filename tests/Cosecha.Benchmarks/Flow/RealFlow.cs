using System.Diagnostics;
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
internal static class RealFlow
{
    public static async Task<TimeSpan> RunAsync(string storage, Load load, CancellationToken cancellationToken)
    {
        await using var app = Build(storage);
        await app.StartAsync(cancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var text = (await http.GetFromJsonAsync<Dictionary<string, string>>("api/consents/text?lang=es", cancellationToken))!;
        foreach (var user in load.Users)
        {
            using var granted = await http.PutAsJsonAsync($"api/consents/{user}", text, cancellationToken);
            granted.EnsureSuccessStatusCode();
        }

        // Catalog and models are read when the first message comes: a start-up cost, not one of each message.
        _ = (app.Services.GetService<AnonymizeStage>(), app.Services.GetService<LabelStage>(), app.Services.GetService<ValidateStage>());
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            load.Batches,
            Options(cancellationToken),
            async (batch, token) =>
            {
                using var response = await http.PostAsJsonAsync("api/messages", new { messages = batch }, token);
                response.EnsureSuccessStatusCode();
            }
        );
        await StoredAsync(app.Services.GetRequiredService<PipelineMetrics>(), cancellationToken);
        var elapsed = clock.Elapsed;
        await app.StopAsync(cancellationToken);
        return elapsed;
    }

    private static ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = Load.Senders, CancellationToken = cancellationToken };

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

    /// <summary>Waits until every message is stored, by the counters in this process: asking the storage would cost operations.</summary>
    private static async Task StoredAsync(PipelineMetrics metrics, CancellationToken cancellationToken)
    {
        string[] verdicts = [CounterNames.Approved, CounterNames.Review, CounterNames.Rejected, CounterNames.Discarded];
        while (
            metrics.Totals().Values.SelectMany(t => t).Where(t => verdicts.Contains(t.Key.Split('.')[0])).Sum(t => t.Value) < Load.Messages
        )
        {
            await Task.Delay(10, cancellationToken);
        }
    }
}
