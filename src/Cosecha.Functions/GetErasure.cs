using Cosecha.Erasure;
using Cosecha.FineTuning;
using Cosecha.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Tells how far an erasure is. Its id cannot be guessed and names no user.</summary>
public sealed class GetErasure(IErasureStore erasures, IFineTuneStore jobs)
{
    /// <summary>200 with the status <c>pending</c>, <c>running</c> or <c>completed</c>; 404 for an id that was never given.</summary>
    [Function(nameof(GetErasure))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "erasures/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) =>
        Guid.TryParseExact(id, "N", out _) && await erasures.FindAsync(id, cancellationToken) is { } erasure
            ? ApiResult.Json(await DescribeAsync(erasure, cancellationToken), ApiJson.Plain.ErasureBody)
            : ApiResult.NotFound("There is no such erasure. DELETE /api/consents/{userId} answers the id of one.");

    private async Task<ErasureBody> DescribeAsync(ErasureRecord erasure, CancellationToken cancellationToken)
    {
        var versions = await erasures.ReadVersionsAsync(erasure.Id, cancellationToken);
        var used = await Task.WhenAll(versions.Select(v => jobs.ReadAsync(v.Version, cancellationToken)));
        return ErasureBody.Of(erasure, versions, used.SelectMany(j => j));
    }
}
