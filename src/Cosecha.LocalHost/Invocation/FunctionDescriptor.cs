using System.Reflection;

namespace Cosecha.LocalHost.Invocation;

/// <summary>A function as its attributes declare it.</summary>
internal sealed record FunctionDescriptor
{
    public required string Name { get; init; }

    public required MethodInfo Method { get; init; }

    public required FunctionTrigger Trigger { get; init; }

    /// <summary>The parameter that carries the trigger's attribute.</summary>
    public required ParameterInfo TriggerParameter { get; init; }

    public required IReadOnlyList<QueueOutput> Outputs { get; init; }

    /// <summary>The property of a multi-output result that holds the response; null if the result itself is one.</summary>
    public required PropertyInfo? HttpResult { get; init; }

    /// <summary>Makes an instance of the function's class for one invocation; null for a static method.</summary>
    public required ObjectFactory? Factory { get; init; }

    /// <summary>The class and method, as the Azure Functions host names locks and timer states.</summary>
    public string FullName => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    /// <summary>Every queue that it reads or writes.</summary>
    public IEnumerable<(string Connection, string QueueName)> QueuesUsed =>
        Outputs
            .Select(output => (output.Connection, output.QueueName))
            .Concat(Trigger is QueueTrigger queue ? [(queue.Connection, queue.QueueName)] : []);
}
