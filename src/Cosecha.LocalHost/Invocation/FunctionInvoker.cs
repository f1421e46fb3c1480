using System.Reflection;
using Cosecha.LocalHost.Queues;

namespace Cosecha.LocalHost.Invocation;

/// <summary>Calls a function and writes its outputs: a scope of services and an instance of its class for every invocation.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes, QueueOutputs outputs)
{
    /// <summary>Runs the function to its end, with <paramref name="triggerValue"/> as its trigger's data.</summary>
    public Task InvokeAsync(FunctionDescriptor function, object? triggerValue, CancellationToken cancellationToken) =>
        InvokeAsync(function, _ => triggerValue, _ => Task.CompletedTask, cancellationToken);

    /// <summary>Runs the function to its end.</summary>
    /// <param name="function">The function.</param>
    /// <param name="bind">Gives the value of each parameter other than a CancellationToken.</param>
    /// <param name="respond">Is given the result once the outputs are stored, and before the services' scope ends.</param>
    /// <param name="cancellationToken">What the function's CancellationToken is.</param>
    public async Task InvokeAsync(
        FunctionDescriptor function,
        Func<ParameterInfo, object?> bind,
        Func<object?, Task> respond,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var arguments = Array.ConvertAll(
            function.Method.GetParameters(),
            parameter => parameter.ParameterType == typeof(CancellationToken) ? cancellationToken : bind(parameter)
        );
        var instance = function.Factory?.Invoke(scope.ServiceProvider, []);
        var returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        var result = await ResultAsync(returned);
        await outputs.WriteAsync(function, result, cancellationToken);
        await respond(result);
    }

    private static async Task<object?> ResultAsync(object? returned)
    {
        // A ValueTask<T> has no common base with its likes: it is turned into its Task.
        if (returned?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            returned = type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null);
        switch (returned)
        {
            case ValueTask task:
                await task;
                return null;
            case Task task:
                await task;
                // An async method without a result is a task of the runtime's private VoidTaskResult.
                return task.GetType().GetProperty(nameof(Task<>.Result)) is { PropertyType.IsVisible: true } result
                    ? result.GetValue(task)
                    : null;
            default:
                return returned;
        }
    }
}
