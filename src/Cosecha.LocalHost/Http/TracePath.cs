using System.Diagnostics;

namespace Cosecha.LocalHost.Http;

/// <summary>Keeps request paths out of traces: a path may carry a user id, its route template may not.</summary>
internal static class TracePath
{
    // The names under which instrumentation records a path or what contains it (OpenTelemetry HTTP conventions, new and old).
    private static readonly string[] Tags = ["url.path", "url.query", "url.full", "http.target", "http.url"];

    public static Task HideAsync(HttpContext context, RequestDelegate next)
    {
        if (Activity.Current is { } activity)
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "unknown";
            foreach (var tag in Tags.Where(tag => activity.GetTagItem(tag) is not null))
                activity.SetTag(tag, route);
        }
        return next(context);
    }
}
