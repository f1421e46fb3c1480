using System.Reflection;

namespace Cosecha.LocalHost.Invocation;

/// <summary>A queue that a function's result goes to.</summary>
/// <param name="QueueName">The queue.</param>
/// <param name="Connection">The storage connection's name.</param>
/// <param name="Property">The property of the result that holds the messages; null for the result itself.</param>
internal sealed record QueueOutput(string QueueName, string Connection, PropertyInfo? Property);
