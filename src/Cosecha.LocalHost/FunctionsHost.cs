using Cosecha.LocalHost.Configuration;
using Cosecha.LocalHost.Http;
using Cosecha.LocalHost.Invocation;
using Cosecha.LocalHost.Queues;
using Cosecha.LocalHost.Timers;
using Cosecha.Settings;

namespace Cosecha.LocalHost;

/// <summary>
/// Runs Azure Functions classes in this process: a development and single-node host. It finds functions by their
/// trigger attributes and drives them as the Azure Functions host would, as far as docs/architecture.md says.
/// </summary>
public static class FunctionsHost
{
    // The Azure Functions host's own limit for a request body.
    private const long MaxRequestBodySize = 104_857_600;

    /// <summary>Builds and runs the host until SIGTERM or SIGINT.</summary>
    /// <param name="args">Command line: <c>--root</c>, <c>--port</c>, <c>--urls</c>, and any setting as <c>--Name value</c>.</param>
    /// <param name="types">The types among which the function classes are.</param>
    /// <param name="configure">Registers the services that the function classes need.</param>
    /// <returns>The exit code: 0, or 1 when settings are wrong or the port is taken, said in one sentence on standard error.</returns>
    public static async Task<int> RunAsync(string[] args, IEnumerable<Type> types, Action<WebApplicationBuilder> configure)
    {
        try
        {
            await using var app = Build(args, types, configure);
            await app.RunAsync();
            return 0;
        }
        catch (Exception problem) when (StartProblem.Describe(problem) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    /// <summary>Builds the host without starting it; <c>StartAsync</c>, <c>StopAsync</c> and <c>Urls</c> are those of the result.</summary>
    /// <param name="args">As for <see cref="RunAsync"/>; <c>--port 0</c> takes a free port.</param>
    /// <param name="types">The types among which the function classes are.</param>
    /// <param name="configure">Registers the services that the function classes need; may add settings, which win over all others.</param>
    /// <exception cref="HostConfigurationException">A setting, host.json or a function's declaration is wrong.</exception>
    public static WebApplication Build(string[] args, IEnumerable<Type> types, Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Development,
            }
        );
        var root = HostSettings.AddTo(builder, args);
        HostLogging.AddTo(builder.Logging);
        AddServer(builder);
        builder.Services.AddMvcCore();
        builder.Services.AddSingleton(TimeProvider.System);
        configure(builder);

        var settings = new SettingResolver(builder.Configuration, root);
        AddFunctions(builder, FunctionCatalog.Find(types, settings), HostJson.Load(root, builder.Configuration), settings);
        var app = builder.Build();
        app.MapFunctions();
        return app;
    }

    private static void AddServer(WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxRequestBodySize);
        builder.WebHost.UseUrls(HostSettings.Urls(builder.Configuration));
        builder.Services.AddRouting();
    }

    private static void AddFunctions(WebApplicationBuilder builder, FunctionCatalog catalog, HostJson hostJson, SettingResolver settings)
    {
        var services = builder.Services;
        services.AddSettings<FunctionsHostOptions>(FunctionsHostOptions.Section);
        services.AddSingleton(catalog).AddSingleton(hostJson).AddSingleton(settings);
        services.AddSingleton(StorageConnections.Check(catalog, settings));
        services.AddSingleton<HostShutdown>().AddSingleton<FunctionInvoker>().AddSingleton<QueueOutputs>();
        services.AddSingleton<TimerBlobs>().AddSingleton<ManualInvocations>();
        services.AddHostedService<FunctionListeners>();
        // The host is made before the settings are checked.
        var times = SettingsBinder.Read<FunctionsHostOptions>(builder.Configuration, FunctionsHostOptions.Section);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = times.DrainTimeout);
    }
}
