using System.ComponentModel;
using System.Reflection;
using Cosecha.LocalHost.Invocation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace Cosecha.LocalHost.Http;

/// <summary>Answers requests by an HTTP function.</summary>
internal sealed class HttpFunctionEndpoint(FunctionDescriptor function, FunctionInvoker invoker, ILogger<HttpFunctionEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await invoker.InvokeAsync(
                function,
                parameter => Bind(parameter, context),
                result => RespondAsync(result, context),
                context.RequestAborted
            );
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to answer.
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await ProblemAsync(context, refused.StatusCode);
        }
        // The caller learns that it failed, the log learns where; neither learns what the request said.
        catch (Exception problem)
        {
            logger.FunctionFailed(function.Name, ExceptionSummary.Of(problem));
            if (context.Response.HasStarted)
                context.Abort();
            else
                await ProblemAsync(context, StatusCodes.Status500InternalServerError);
        }
    }

    private object? Bind(ParameterInfo parameter, HttpContext context)
    {
        if (parameter == function.TriggerParameter)
            return context.Request;
        if (!context.Request.RouteValues.TryGetValue(parameter.Name!, out var value) || value is null)
            return parameter.HasDefaultValue ? parameter.DefaultValue : null;
        return parameter.ParameterType.IsInstanceOfType(value)
            ? value
            : TypeDescriptor.GetConverter(parameter.ParameterType).ConvertFromInvariantString((string)value);
    }

    private Task RespondAsync(object? result, HttpContext context)
    {
        var response = function.HttpResult is null || result is null ? result : function.HttpResult.GetValue(result);
        return response switch
        {
            IActionResult action => action.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor())),
            IResult direct => direct.ExecuteAsync(context),
            _ => Task.CompletedTask,
        };
    }

    private static Task ProblemAsync(HttpContext context, int status)
    {
        context.Response.Clear();
        return Results.Problem(statusCode: status).ExecuteAsync(context);
    }
}
