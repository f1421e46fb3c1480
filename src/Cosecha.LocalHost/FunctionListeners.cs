using Cosecha.LocalHost.Http;
using Cosecha.LocalHost.Invocation;
using Cosecha.LocalHost.Queues;
using Cosecha.LocalHost.Timers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Cosecha.LocalHost;

/// <summary>Starts the listeners once the host has started, so that a host whose port is taken touches no message, and drains them.</summary>
internal sealed class FunctionListeners(
    FunctionCatalog catalog,
    IServiceProvider services,
    IServer server,
    IHostApplicationLifetime lifetime,
    ManualInvocations manual,
    HostShutdown shutdown,
    IOptions<FunctionsHostOptions> options,
    ILogger<FunctionListeners> logger
) : IHostedLifecycleService
{
    private Task running = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var function in catalog.Functions)
            logger.FunctionFound(function.Name, function.Trigger.Description);
        TellWhoReaches(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
        running = Task.WhenAll(catalog.Functions.Select(function => Task.Run(() => ListenAsync(function), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        logger.Draining(options.Value.DrainTimeout);
        shutdown.Begin();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            // What is given back at the very end takes a storage operation or two.
            await Task.WhenAll(running, manual.Running)
                .WaitAsync(options.Value.DrainTimeout + (2 * options.Value.CancelTimeout), CancellationToken.None);
        }
        catch (TimeoutException)
        {
            logger.Abandoned();
        }
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void TellWhoReaches(ICollection<string> urls)
    {
        var all = string.Join(", ", urls);
        if (urls.All(url => new Uri(url).IsLoopback))
            logger.LoopbackOnly(all);
        else
            logger.OpenToOthers(all);
    }

    private async Task ListenAsync(FunctionDescriptor function)
    {
        try
        {
            if (function.Trigger is QueueTrigger)
            {
                var processor = ActivatorUtilities.CreateInstance<MessageProcessor>(services, function);
                await ActivatorUtilities.CreateInstance<QueueListener>(services, function, processor).RunAsync();
            }
            if (function.Trigger is TimerTrigger)
                await ActivatorUtilities.CreateInstance<TimerListener>(services, function).RunAsync();
        }
        // A listener survives what it knows; anything else is a bug, and a host without it would look healthy.
        catch (Exception problem)
        {
            logger.ListenerEnded(function.Name, ExceptionSummary.Of(problem));
            lifetime.StopApplication();
            throw;
        }
    }
}
