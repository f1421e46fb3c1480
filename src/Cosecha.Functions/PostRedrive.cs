using Cosecha.Access;
using Cosecha.Audit;
using Cosecha.Failures;
using Cosecha.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Takes messages that failed for good back into their queue.</summary>
public sealed class PostRedrive(AccessGuard guard, RedriveStage stage, AuditTrail audit)
{
    /// <summary>200 with how many; 400 for an unknown queue. The body names the <c>queue</c>; <c>id</c> and <c>repeated</c> may be missing.</summary>
    [Function(nameof(PostRedrive))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "failures/redrive")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var access = await guard.CheckAsync(request, AccessRole.Operator, nameof(PostRedrive));
        if (access.Refusal is { } refusal)
        {
            return refusal;
        }

        var (order, error) = await RedriveBody.ReadAsync(request, cancellationToken);
        return error is null ? await MoveAsync(access.Actor, order!, cancellationToken) : ApiResult.Invalid(error);
    }

    private async Task<IActionResult> MoveAsync(string actor, RedriveOrder order, CancellationToken cancellationToken)
    {
        var report = await audit.RunAsync(
            actor,
            AuditAction.Redrive,
            order.Queue,
            () => stage.RunAsync(order, cancellationToken),
            _ => (order.Queue, AuditOutcome.Moved)
        );
        return ApiResult.Json(RedriveBody.Of(report), ApiJson.Plain.RedriveBody);
    }
}
