using System.Net;
using Cosecha.Access;
using Cosecha.Audit;
using Cosecha.Telemetry;
using Microsoft.AspNetCore.Http;

namespace Cosecha.Functions.Api;

/// <summary>
/// Stands before every route of staff. To the platform these are anonymous, since a browser behind App Service Authentication has no function key;
/// so each asks here first, and a test sees to it.
/// </summary>
public sealed class AccessGuard(AccessPolicy policy, RefusalBudget budget, AuditTrail audit, PipelineMetrics metrics)
{
    private static readonly IPNetwork s_bridges = IPNetwork.Parse("172.16.0.0/12");

    /// <summary>Finds out who calls, and whether they may. A refused call is counted and written down.</summary>
    /// <param name="request">The request.</param>
    /// <param name="role">The role that the route needs.</param>
    /// <param name="function">The function's name.</param>
    public async Task<AccessCheck> CheckAsync(HttpRequest request, AccessRole role, string function)
    {
        var decision = policy.Decide(RequestOf(request), role);
        if (decision.Refusal is not { } refusal)
        {
            return new(decision.Actor, null);
        }

        metrics.Count(CounterNames.AccessRefused, $"{refusal}");
        if (budget.TryTake())
        {
            await audit.TryRecordAsync(decision.Actor, AuditAction.Call, function, AuditOutcome.Refused);
        }

        if (refusal == AccessRefusal.Unauthenticated)
        {
            // RFC 9110, 15.5.2: a 401 names a scheme. There is none for keys in a header of their own.
            request.HttpContext.Response.Headers.WWWAuthenticate = "FunctionsKey";
        }

        return new(decision.Actor, ApiResult.Refused(refusal));
    }

    private static AccessRequest RequestOf(HttpRequest request) =>
        new(
            Header(request, "X-MS-CLIENT-PRINCIPAL"),
            Header(request, "X-MS-CLIENT-PRINCIPAL-NAME"),
            Header(request, "x-functions-key") ?? (request.Query["code"] is [{ Length: > 0 } code] ? code : null),
            IsLocal(request)
        );

    private static string? Header(HttpRequest request, string name) =>
        request.Headers[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>
    /// Whether a request comes from this machine and is meant for it. The Functions host calls its worker from this machine whoever called the host, and
    /// says from where that was in <c>X-Forwarded-For</c>; so does a tunnel. A host in a container sees the container's bridge there. The name matters, since a page in a browser on this machine could have its own name lead here.
    /// </summary>
    private static bool IsLocal(HttpRequest request) =>
        IsLoopback(request.HttpContext.Connection.RemoteIpAddress)
        && IsLoopback(request.Host)
        && Forwarded(request, "X-Forwarded-For")
            .All(a => IPAddress.TryParse(a, out var address) && (IsLoopback(address) || IsBridge(address)))
        && Forwarded(request, "X-Forwarded-Host").All(h => IsLoopback(HostString.FromUriComponent(h)));

    private static IEnumerable<string> Forwarded(HttpRequest request, string header) =>
        request
            .Headers[header]
            .SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    /// <summary>172.16.0.0/12, of which container engines take the addresses of their bridges (Docker, default address pools).</summary>
    private static bool IsBridge(IPAddress address) => s_bridges.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsLoopback(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address));
}
