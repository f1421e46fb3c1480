using System.Diagnostics;
using OpenTelemetry;

namespace Cosecha.Functions.Telemetry;

/// <summary>
/// Takes what may identify somebody out of spans that libraries make. The address of a request holds a user's or a conversation's id, and in
/// <c>?code=</c> a key; that of a call to storage holds user keys and row keys. A route stands for the one, a host and the first segment for the other;
/// nothing is kept that is not on the list.
/// </summary>
internal sealed class SpanCleaner : BaseProcessor<Activity>
{
    private const string Path = "url.path";
    private const string FullUrl = "url.full";
    private const string Route = "http.route";
    private const string Method = "http.request.method";

    // Of the HTTP conventions, and what the Functions worker says of a run.
    private static readonly HashSet<string> s_kept =
    [
        Path,
        FullUrl,
        Route,
        Method,
        "error.type",
        "faas.instance",
        "faas.invocation_id",
        "faas.name",
        "http.request.resend_count",
        "http.response.status_code",
        "network.protocol.version",
        "server.address",
        "server.port",
        "url.scheme",
    ];

    /// <inheritdoc />
    public override void OnEnd(Activity data)
    {
        // A caller may write anything into it.
        data.TraceStateString = null;
        if (data.Source.Name == Cosecha.Telemetry.PipelineTracing.SourceName)
        {
            return;
        }

        foreach (var tag in data.TagObjects.Where(t => !s_kept.Contains(t.Key)).ToArray())
        {
            data.SetTag(tag.Key, null);
        }

        // An exception's message may quote what it failed at.
        data.SetStatus(data.Status);
        CleanAddresses(data);
    }

    private static void CleanAddresses(Activity data)
    {
        if (data.GetTagItem(Path) is not null)
        {
            var route = data.GetTagItem(Route) is string { Length: > 0 } known ? $"/{known.TrimStart('/')}" : null;
            data.SetTag(Path, route ?? "/");
            data.DisplayName = $"{data.GetTagItem(Method)} {route}".TrimEnd();
        }

        if (data.GetTagItem(FullUrl) is string text)
        {
            data.SetTag(FullUrl, Uri.TryCreate(text, UriKind.Absolute, out var url) ? Shortened(url) : null);
        }
    }

    /// <summary>
    /// The host and the table, queue or container: what comes after it, or after the bracket of <c>messages(PartitionKey=...</c>, names rows. Where the
    /// account is no part of the host's name, as with the storage emulator, it is the first segment.
    /// </summary>
    private static string Shortened(Uri url)
    {
        var segments = url.IsLoopback || url.HostNameType != UriHostNameType.Dns ? 2 : 1;
        var path = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Take(segments);
        return $"{url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}/{string.Join('/', path).Split('(', '%')[0]}";
    }
}
