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
    /// <summary>201 with the manifest of the new version.</summary>
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

        var manifest = await export.RunAsync(access.Actor, nameof(PostExport), cancellationToken);
        return ApiResult.Json(manifest, DatasetJson.Plain.Manifest, StatusCodes.Status201Created);
    }
}
