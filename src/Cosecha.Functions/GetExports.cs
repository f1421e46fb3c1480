using Cosecha.Access;
using Cosecha.Datasets;
using Cosecha.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Lists the data set versions.</summary>
public sealed class GetExports(AccessGuard guard, IDatasetStore datasets)
{
    /// <summary>200 with the manifests, newest first.</summary>
    [Function(nameof(GetExports))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "exports")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var access = await guard.CheckAsync(request, AccessRole.Operator, nameof(GetExports));
        if (access.Refusal is { } refusal)
        {
            return refusal;
        }

        return ApiResult.Json(new(await datasets.ListAsync(cancellationToken).ToListAsync(cancellationToken)), ApiJson.Plain.ExportsBody);
    }
}
