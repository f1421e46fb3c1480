using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => throw FunctionsApplicationBuilder.NoWorker();
}

/// <summary>The shape of the real builder. There is no worker in this flavour, so every member refuses.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    internal FunctionsApplicationBuilder() { }

    public IDictionary<object, object> Properties => throw NoWorker();

    IConfigurationManager IHostApplicationBuilder.Configuration => throw NoWorker();

    public IHostEnvironment Environment => throw NoWorker();

    public ILoggingBuilder Logging => throw NoWorker();

    public IMetricsBuilder Metrics => throw NoWorker();

    public IServiceCollection Services => throw NoWorker();

    public IHost Build() => throw NoWorker();

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory,
        Action<TContainerBuilder>? configure = null
    )
        where TContainerBuilder : notnull => throw NoWorker();

    internal static PlatformNotSupportedException NoWorker() =>
        new(
            "Built with -p:WorkerPackages=false: this binary has no Azure Functions worker. "
                + "Run the functions with src/Cosecha.LocalHost, or build with -p:WorkerPackages=true."
        );
}

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) => builder;
}
