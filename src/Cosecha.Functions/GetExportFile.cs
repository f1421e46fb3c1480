using System.Net.Mime;
using Cosecha.Datasets;
using Cosecha.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>A file of a data set version, such as <c>chat/train.jsonl</c> or <c>manifest.json</c>.</summary>
public sealed class GetExportFile(IDatasetStore datasets)
{
    /// <summary>200 with the file; 404 when the version or the file does not exist.</summary>
    [Function(nameof(GetExportFile))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "exports/{version}/{*file}")] HttpRequest request,
        string version,
        string? file,
        CancellationToken cancellationToken
    ) =>
        await datasets.OpenAsync(version, RouteId.Decode(file ?? ""), cancellationToken) is { } content
            ? new FileStreamResult(content, MediaTypeNames.Application.Octet)
            : ApiResult.NotFound("There is no such file. GET /api/exports lists the versions and their files.");
}
