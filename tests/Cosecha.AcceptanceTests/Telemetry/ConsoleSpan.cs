namespace Cosecha.AcceptanceTests.Telemetry;

/// <summary>A span as the console exporter of OpenTelemetry writes it.</summary>
internal sealed record ConsoleSpan(string TraceId, string Id, string? ParentId, string Name, string? Url)
{
    private const string First = "Activity.TraceId:";

    /// <summary>All spans among what a process printed. Whatever else it printed is in no span.</summary>
    public static IReadOnlyList<ConsoleSpan> ReadAll(IEnumerable<string> lines)
    {
        var spans = new List<Dictionary<string, string>>();
        foreach (var line in lines.Select(l => l.Trim()))
        {
            if (line.StartsWith(First, StringComparison.Ordinal))
            {
                spans.Add([]);
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && spans.Count > 0)
            {
                spans[^1].TryAdd(line[..colon], line[(colon + 1)..].Trim());
            }
        }

        return [.. spans.Where(s => s.ContainsKey("Activity.DisplayName")).Select(Of)];
    }

    private static ConsoleSpan Of(Dictionary<string, string> fields) =>
        new(
            fields["Activity.TraceId"],
            fields["Activity.SpanId"],
            fields.GetValueOrDefault("Activity.ParentSpanId"),
            fields["Activity.DisplayName"],
            fields.GetValueOrDefault("url.full")
        );
}
