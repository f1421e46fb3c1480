using Cosecha.Datasets;
using Cosecha.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Lists the data set versions.</summary>
public sealed class GetExports(IDatasetStore datasets)
{
    /// <summary>200 with the manifests, newest first.</summary>
    [Function(nameof(GetExports))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "exports")] HttpRequest request,
        CancellationToken cancellationToken
    ) => ApiResult.Json(new(await datasets.ListAsync(cancellationToken).ToListAsync(cancellationToken)), ApiJson.Plain.ExportsBody);
}
