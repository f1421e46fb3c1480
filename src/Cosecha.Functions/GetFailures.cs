using Cosecha.Access;
using Cosecha.Azure;
using Cosecha.Failures;
using Cosecha.Functions.Api;
using Cosecha.Health;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>What failed, and why.</summary>
public sealed class GetFailures(AccessGuard guard, IFailureStore failures, IStorageProbe storage)
{
    /// <summary>200 with the open failures of the queue <c>?queue=</c>, or of all, newest first, 500 at most; and how many messages are in poison queues.</summary>
    [Function(nameof(GetFailures))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "failures")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var access = await guard.CheckAsync(request, AccessRole.Operator, nameof(GetFailures));
        if (access.Refusal is { } refusal)
        {
            return refusal;
        }

        var queue = request.Query["queue"].FirstOrDefault();
        return queue is null || StorageNames.Queues.Contains(queue)
            ? await AnswerAsync(queue, cancellationToken)
            : ApiResult.Invalid(RedriveBody.UnknownQueue);
    }

    private async Task<IActionResult> AnswerAsync(string? queue, CancellationToken cancellationToken)
    {
        var open = await failures.ListAsync(queue, cancellationToken).ToListAsync(cancellationToken);
        var depths = await storage.ReadQueueDepthsAsync(cancellationToken);
        return ApiResult.Json(FailuresBody.Of(open, depths), ApiJson.Plain.FailuresBody);
    }
}
