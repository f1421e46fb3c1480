using System.Text.RegularExpressions;
using Cosecha.Access;
using Cosecha.FineTuning;
using Cosecha.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Brings a fine-tuning job on and tells how far it is.</summary>
public sealed partial class GetFineTune(AccessGuard guard, IFineTuneStore jobs, FineTuneStage stage)
{
    /// <summary>200 with the job; 404 for an id that was never given; 502 or 503 when the service does not answer.</summary>
    [Function(nameof(GetFineTune))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fine-tunes/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    )
    {
        var access = await guard.CheckAsync(request, AccessRole.Operator, nameof(GetFineTune));
        if (access.Refusal is { } refusal)
        {
            return refusal;
        }

        return JobId().IsMatch(id) && await jobs.FindAsync(id, cancellationToken) is { } job
            ? await AdvanceAsync(job, cancellationToken)
            : ApiResult.NotFound("There is no such fine-tuning job. POST /api/fine-tunes answers the id of one.");
    }

    private async Task<IActionResult> AdvanceAsync(FineTuneRecord job, CancellationToken cancellationToken)
    {
        try
        {
            return FineTuneBody.Answer(await stage.AdvanceAsync(job, cancellationToken), StatusCodes.Status200OK);
        }
        catch (FineTuneUnavailableException e)
        {
            return FineTuneBody.Unavailable(e);
        }
    }

    [GeneratedRegex(@"^[0-9]{8}T[0-9]{9}Z-[0-9a-f]{16}\z", RegexOptions.NonBacktracking)]
    private static partial Regex JobId();
}
