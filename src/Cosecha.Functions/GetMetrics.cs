using System.Globalization;
using Cosecha.Access;
using Cosecha.Functions.Api;
using Cosecha.Requests;
using Cosecha.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>What happened, by day.</summary>
public sealed class GetMetrics(AccessGuard guard, CounterFlusher flusher, ICounterStore counters, TimeProvider clock)
{
    private const int MaxDays = 365;

    /// <summary>200 with the counts of the last <c>?days=</c> days, 30 if it is missing. Other instances may lag by a few seconds.</summary>
    [Function(nameof(GetMetrics))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "metrics")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var access = await guard.CheckAsync(request, AccessRole.Operator, nameof(GetMetrics));
        if (access.Refusal is { } refusal)
        {
            return refusal;
        }

        var text = request.Query["days"].FirstOrDefault() ?? "30";
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > MaxDays)
        {
            return ApiResult.Invalid(new FieldError("days", $"must be a number from 1 to {MaxDays}"));
        }

        await flusher.FlushAsync(cancellationToken);
        var from = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - days);
        return ApiResult.Json(MetricsBody.Of(await counters.ReadAsync(from, cancellationToken)), ApiJson.Plain.MetricsBody);
    }
}
