using Cosecha.Datasets;
using Cosecha.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Exports now.</summary>
public sealed class PostExport(ExportStage stage)
{
    /// <summary>201 with the manifest of the new version.</summary>
    [Function(nameof(PostExport))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "exports")] HttpRequest request,
        CancellationToken cancellationToken
    ) => ApiResult.Json(await stage.RunAsync(cancellationToken), DatasetJson.Plain.Manifest, StatusCodes.Status201Created);
}
