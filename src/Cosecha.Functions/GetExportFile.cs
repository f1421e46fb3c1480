using System.Net.Mime;
using Cosecha.Access;
using Cosecha.Audit;
using Cosecha.Datasets;
using Cosecha.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>A file of a data set version, such as <c>chat/train.jsonl</c> or <c>manifest.json</c>.</summary>
public sealed class GetExportFile(AccessGuard guard, AuditTrail audit, IDatasetStore datasets)
{
    /// <summary>200 with the file; 404 when the version or the file does not exist.</summary>
    [Function(nameof(GetExportFile))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "exports/{version}/{*file}")] HttpRequest request,
        string version,
        string? file,
        CancellationToken cancellationToken
    )
    {
        var access = await guard.CheckAsync(request, AccessRole.Operator, nameof(GetExportFile));
        if (access.Refusal is { } refusal)
        {
            return refusal;
        }

        var name = RouteId.Decode(file ?? "");
        if (await datasets.OpenAsync(version, name, cancellationToken) is not { } content)
        {
            return ApiResult.NotFound("There is no such file. GET /api/exports lists the versions and their files.");
        }

        await audit.RecordAsync(access.Actor, AuditAction.Download, $"{version}/{name}", AuditOutcome.Allowed);
        return new FileStreamResult(content, MediaTypeNames.Application.Octet);
    }
}
