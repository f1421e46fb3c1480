using Cosecha.Functions.Api;
using Cosecha.Health;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Whether the app can do its work. Open to anyone, for probes: it holds no data.</summary>
public sealed class GetHealth(HealthMonitor monitor)
{
    /// <summary>200 while the work goes on, 503 when it cannot.</summary>
    [Function(nameof(GetHealth))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var report = await monitor.CheckAsync(cancellationToken);
        var status = report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        return ApiResult.Json(report, ApiJson.Plain.HealthReport, status);
    }
}
