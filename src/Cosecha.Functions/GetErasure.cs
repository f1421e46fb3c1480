using Cosecha.Erasure;
using Cosecha.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Tells how far an erasure is. Its id cannot be guessed and names no user.</summary>
public sealed class GetErasure(IErasureStore erasures)
{
    /// <summary>200 with the status <c>pending</c>, <c>running</c> or <c>completed</c>; 404 for an id that was never given.</summary>
    [Function(nameof(GetErasure))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "erasures/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) =>
        Guid.TryParseExact(id, "N", out _) && await erasures.FindAsync(id, cancellationToken) is { } erasure
            ? ApiResult.Json(ErasureBody.Of(erasure, await erasures.ReadVersionsAsync(id, cancellationToken)), ApiJson.Plain.ErasureBody)
            : ApiResult.NotFound("There is no such erasure. DELETE /api/consents/{userId} answers the id of one.");
}
