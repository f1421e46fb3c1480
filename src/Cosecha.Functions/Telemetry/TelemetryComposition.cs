using Cosecha.Settings;
using Cosecha.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Cosecha.Functions.Telemetry;

/// <summary>Where spans, figures and logs go: Azure Monitor, a collector, the console, any of them, or nowhere.</summary>
internal static class TelemetryComposition
{
    /// <summary>Starts OpenTelemetry, if a setting names a place to send to.</summary>
    public static void AddTo(IHostApplicationBuilder builder)
    {
        var options = SettingsBinder.Read<TelemetryOptions>(builder.Configuration, TelemetryOptions.Section);
        var exporters = Exporters.Of(builder.Configuration, options.Console);
        if (!exporters.Any)
        {
            return;
        }

        builder
            .Services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(tracing => AddTracing(tracing, options.SampleRatio, exporters))
            .WithMetrics(metrics => AddMetrics(metrics, exporters))
            .WithLogging(logs => exporters.AddTo(logs.AddProcessor<LogCleaner>()), options => options.IncludeFormattedMessage = true);
    }

    private static void AddTracing(TracerProviderBuilder tracing, double ratio, Exporters exporters)
    {
        tracing.AddSource(PipelineTracing.SourceName).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation();
        // The exporters come after the cleaner, and the sampler after them: Azure Monitor's puts in one of its own, five traces a second.
        tracing.AddProcessor<SpanCleaner>();
        exporters.AddTo(tracing);
        ((IDeferredTracerProviderBuilder)tracing).Configure((_, last) => last.SetSampler(new WholeTraces(ratio)));
    }

    private static void AddMetrics(MeterProviderBuilder metrics, Exporters exporters)
    {
        metrics.AddMeter(PipelineMetrics.MeterName).AddMeter("Microsoft.AspNetCore.Hosting");
        metrics.AddView("http.server.active_requests", MetricStreamConfiguration.Drop);
        exporters.AddTo(metrics);
    }
}
