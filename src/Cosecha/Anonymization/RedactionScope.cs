using System.Collections.Concurrent;

namespace Cosecha.Anonymization;

/// <summary>
/// Within which equal values get equal numbers by the operator <see cref="RedactionOperator.Numbered"/>: usually one conversation. It
/// holds raw values, so keep it in memory only, and no longer than the conversation is worked on.
/// </summary>
public sealed class RedactionScope
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Type, string Value), int> _numbers = new();

    /// <summary>The number of a value among those of its type, from 1 in order of appearance.</summary>
    /// <param name="type">One of <see cref="PiiTypes"/>.</param>
    /// <param name="value">The value in the form in which equal ones are equal.</param>
    internal int Number(string type, string value) =>
        _numbers.GetOrAdd((type, value), _ => _counts.AddOrUpdate(type, 1, static (_, count) => count + 1));
}
