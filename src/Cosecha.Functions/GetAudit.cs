using Cosecha.Access;
using Cosecha.Audit;
using Cosecha.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Who did what.</summary>
public sealed class GetAudit(AccessGuard guard, IAuditLog audit)
{
    /// <summary>200 with up to 100 entries, newest first, of the days <c>?from=</c> to <c>?to=</c>, of the action <c>?action=</c>; the next ones with <c>?page=</c>.</summary>
    [Function(nameof(GetAudit))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "audit")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var access = await guard.CheckAsync(request, AccessRole.Operator, nameof(GetAudit));
        if (access.Refusal is { } refusal)
        {
            return refusal;
        }

        var (query, error) = AuditQueryReader.Read(name => request.Query[name].FirstOrDefault());
        return error is null
            ? ApiResult.Json(AuditBody.Of(await audit.ReadAsync(query!, cancellationToken)), ApiJson.Plain.AuditBody)
            : ApiResult.Invalid(error);
    }
}
