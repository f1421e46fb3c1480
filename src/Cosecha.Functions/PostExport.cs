using Cosecha.Access;
using Cosecha.Datasets;
using Cosecha.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Exports now.</summary>
public sealed class PostExport(AccessGuard guard, AuditedExport export)
{
    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(30);

    /// <summary>201 with the manifest of the new version; 200 with the newest one's when nothing has changed since; 409 while another export or an erasure writes data sets.</summary>
    [Function(nameof(PostExport))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "exports")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var access = await guard.CheckAsync(request, AccessRole.Operator, nameof(PostExport));
        if (access.Refusal is { } refusal)
        {
            return refusal;
        }

        return await export.RunAsync(access.Actor, nameof(PostExport), s_wait, cancellationToken) is { } result
            ? ApiResult.Json(
                result.Manifest,
                DatasetJson.Plain.Manifest,
                result.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK
            )
            : ApiResult.Conflict("Another export or an erasure is writing data sets: try again in a minute.");
    }
}
