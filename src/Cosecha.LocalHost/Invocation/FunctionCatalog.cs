using System.Reflection;
using System.Text.RegularExpressions;
using Cosecha.LocalHost.Configuration;
using Cosecha.LocalHost.Timers;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.LocalHost.Invocation;

/// <summary>The functions that the host runs.</summary>
internal sealed partial record FunctionCatalog(IReadOnlyList<FunctionDescriptor> Functions)
{
    /// <summary>Finds the methods with <c>[Function]</c> among <paramref name="types"/>.</summary>
    /// <exception cref="HostConfigurationException">A declaration cannot be run, or names a setting that is missing.</exception>
    public static FunctionCatalog Find(IEnumerable<Type> types, SettingResolver settings)
    {
        var functions = types
            .Where(type => type is { IsClass: true, IsGenericTypeDefinition: false })
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            )
            .Select(method => (Method: method, Attribute: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(function => function.Attribute is not null)
            .Select(function => Describe(function.Attribute!.Name, function.Method, settings))
            .OrderBy(function => function.Name, StringComparer.Ordinal)
            .ToArray();
        var repeated = functions
            .GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        return repeated is null
            ? new FunctionCatalog(functions)
            : throw new HostConfigurationException(
                $"Two functions are named {repeated.Key}: {string.Join(" and ", repeated.Select(f => f.FullName))}."
            );
    }

    /// <summary>The function of that name, in any case.</summary>
    public FunctionDescriptor? Find(string name) =>
        Functions.FirstOrDefault(function => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static FunctionDescriptor Describe(string name, MethodInfo method, SettingResolver settings)
    {
        foreach (var parameter in method.GetParameters())
        {
            if (DescribeTrigger(name, parameter, settings) is not { } trigger)
                continue;
            var resultType = ResultType(method.ReturnType);
            var function = new FunctionDescriptor
            {
                Name = name,
                Method = method,
                Trigger = trigger,
                TriggerParameter = parameter,
                Outputs = DescribeOutputs(name, method, resultType, settings),
                HttpResult = Array.Find(resultType.GetProperties(), property => property.IsDefined(typeof(HttpResultAttribute))),
                Factory = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []),
            };
            CheckParameters(function);
            return function;
        }
        throw new HostConfigurationException($"Function {name} has no HTTP, queue or timer trigger.");
    }

    private static FunctionTrigger? DescribeTrigger(string name, ParameterInfo parameter, SettingResolver settings)
    {
        var usedBy = $"function {name}";
        if (parameter.GetCustomAttribute<HttpTriggerAttribute>() is { } http)
            return new HttpTrigger(
                settings.Resolve(http.Route ?? name, usedBy).TrimStart('/'),
                [.. (http.Methods ?? []).Select(method => method.ToUpperInvariant())]
            );
        if (parameter.GetCustomAttribute<QueueTriggerAttribute>() is { } queue)
            return new QueueTrigger(QueueName(queue.QueueName, usedBy, settings), Connection(queue.Connection));
        if (parameter.GetCustomAttribute<TimerTriggerAttribute>() is { } timer)
            return new TimerTrigger(
                TimerSchedule.Parse(settings.Resolve(timer.Schedule, usedBy), name),
                timer.UseMonitor,
                timer.RunOnStartup
            );
        return null;
    }

    private static QueueOutput[] DescribeOutputs(string name, MethodInfo method, Type resultType, SettingResolver settings)
    {
        var usedBy = $"function {name}";
        var ofMethod = method
            .GetCustomAttributes<QueueOutputAttribute>()
            .Select(output => new QueueOutput(
                QueueName(output.QueueName, usedBy, settings),
                Connection(output.Connection),
                Property: null
            ));
        var ofResult =
            from property in resultType.GetProperties()
            from output in property.GetCustomAttributes<QueueOutputAttribute>()
            select new QueueOutput(QueueName(output.QueueName, usedBy, settings), Connection(output.Connection), property);
        return [.. ofMethod, .. ofResult];
    }

    private static void CheckParameters(FunctionDescriptor function)
    {
        var unbound = function.Method.GetParameters().FirstOrDefault(parameter => !CanBind(parameter, function));
        if (unbound is not null)
            throw new HostConfigurationException($"Function {function.Name}: this host cannot bind parameter {unbound.Name}.");
    }

    private static bool CanBind(ParameterInfo parameter, FunctionDescriptor function) =>
        parameter.ParameterType == typeof(CancellationToken)
        || function.Trigger switch
        {
            // Only a request has more to give: the values of its route.
            HttpTrigger => parameter != function.TriggerParameter || parameter.ParameterType == typeof(HttpRequest),
            TimerTrigger => parameter == function.TriggerParameter && parameter.ParameterType == typeof(TimerInfo),
            _ => parameter == function.TriggerParameter,
        };

    private static string QueueName(string text, string usedBy, SettingResolver settings)
    {
        var queueName = settings.Resolve(text, usedBy);
        return ValidQueueName().IsMatch(queueName)
            ? queueName
            : throw new HostConfigurationException(
                $"\"{queueName}\", which {usedBy} uses, is not a queue name: 3 to 63 lower-case letters, digits and single hyphens."
            );
    }

    private static string Connection(string? connection) => string.IsNullOrEmpty(connection) ? StorageConnections.Default : connection;

    private static Type ResultType(Type returned) =>
        returned.IsGenericType
        && (returned.GetGenericTypeDefinition() == typeof(Task<>) || returned.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? returned.GetGenericArguments()[0]
            : returned;

    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex ValidQueueName();
}
