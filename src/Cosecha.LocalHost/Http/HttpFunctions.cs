using Cosecha.LocalHost.Configuration;
using Cosecha.LocalHost.Invocation;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Cosecha.LocalHost.Http;

/// <summary>Puts HTTP functions on their routes.</summary>
internal static class HttpFunctions
{
    public static void MapFunctions(this WebApplication app)
    {
        var prefix = app.Services.GetRequiredService<HostJson>().RoutePrefix;
        var catalog = app.Services.GetRequiredService<FunctionCatalog>();
        app.Use(TracePath.HideAsync);
        app.MapPost("admin/functions/{name}", app.Services.GetRequiredService<ManualInvocations>().HandleAsync);
        // As in the Azure Functions host, which asks one route after the other in the order of the functions' names: a literal route wins nothing.
        foreach (var (order, function) in catalog.Functions.OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Index())
        {
            if (function.Trigger is not HttpTrigger trigger)
                continue;
            var endpoint = ActivatorUtilities.CreateInstance<HttpFunctionEndpoint>(app.Services, function);
            Map(app, $"{prefix}/{trigger.Route}", trigger, function, endpoint.HandleAsync).WithOrder(order);
        }
    }

    private static IEndpointConventionBuilder Map(
        WebApplication app,
        string route,
        HttpTrigger trigger,
        FunctionDescriptor function,
        RequestDelegate handle
    )
    {
        try
        {
            return trigger.Methods.Count == 0 ? app.Map(route, handle) : app.MapMethods(route, trigger.Methods, handle);
        }
        catch (RoutePatternException problem)
        {
            throw new HostConfigurationException($"Function {function.Name}: route \"{route}\" is not valid: {problem.Message}");
        }
    }
}
