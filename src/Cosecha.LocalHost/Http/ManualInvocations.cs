using System.Text.Json;
using Azure.Storage.Queues.Models;
using Cosecha.LocalHost.Invocation;
using Cosecha.LocalHost.Queues;
using Cosecha.LocalHost.Timers;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.LocalHost.Http;

/// <summary><c>POST /admin/functions/{name}</c>: runs a timer or queue function now, as the Azure Functions host's endpoint does.</summary>
internal sealed class ManualInvocations(
    FunctionCatalog catalog,
    FunctionInvoker invoker,
    TimerBlobs blobs,
    HostShutdown shutdown,
    ILogger<ManualInvocations> logger
)
{
    private static readonly QueueMessage s_byHand = QueuesModelFactory.QueueMessage("", "", BinaryData.Empty, dequeueCount: 1);

    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;

    /// <summary>Completes when all that was started has ended.</summary>
    public Task Running
    {
        get
        {
            lock (gate)
                return running;
        }
    }

    /// <summary>Starts the function that the route names: 202; 404 if there is none; 400 without the input that it needs.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var function = catalog.Find((string)context.Request.RouteValues["name"]!);
        context.Response.StatusCode = function?.Trigger switch
        {
            null => StatusCodes.Status404NotFound,
            TimerTrigger => Start(function, () => TimerInfoAsync(function)),
            QueueTrigger when await InputAsync(context.Request) is { } input => Start(
                function,
                () => Task.FromResult(MessageText.Parse(input, function.TriggerParameter.ParameterType, s_byHand))
            ),
            _ => StatusCodes.Status400BadRequest,
        };
    }

    private int Start(FunctionDescriptor function, Func<Task<object?>> value)
    {
        lock (gate)
            running = Task.WhenAll(running, Task.Run(() => RunAsync(function, value)));
        return StatusCodes.Status202Accepted;
    }

    private async Task RunAsync(FunctionDescriptor function, Func<Task<object?>> value)
    {
        try
        {
            await invoker.InvokeAsync(function, await value(), shutdown.Aborting);
        }
        // Nobody waits for the outcome but the log.
        catch (Exception problem)
        {
            logger.FunctionFailed(function.Name, ExceptionSummary.Of(problem));
        }
    }

    private async Task<object?> TimerInfoAsync(FunctionDescriptor function) =>
        new TimerInfo { ScheduleStatus = await new TimerStatusStore(blobs.Status(function)).ReadAsync(shutdown.Aborting) };

    private static async Task<string?> InputAsync(HttpRequest request)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("input", out var input)
                ? input.ToString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
