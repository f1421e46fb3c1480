using Cosecha.Access;
using Cosecha.Audit;
using Cosecha.FineTuning;
using Cosecha.Functions.Api;
using Cosecha.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>Starts a fine-tuning job on a data set version.</summary>
public sealed class PostFineTune(AccessGuard guard, FineTuneDesk desk, AuditTrail audit)
{
    private const int MaxBytes = 4_096;

    /// <summary>202 with the job; 422 where the checks fail, 404, 409, 502 and 503 with a reason.</summary>
    [Function(nameof(PostFineTune))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "fine-tunes")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var access = await guard.CheckAsync(request, AccessRole.Operator, nameof(PostFineTune));
        if (access.Refusal is { } refusal)
        {
            return refusal;
        }

        var (version, error) = await ReadAsync(request, cancellationToken);
        return error is null ? await StartAsync(access.Actor, version, cancellationToken) : ApiResult.Invalid(error);
    }

    private async Task<IActionResult> StartAsync(string actor, string? version, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await audit.RunAsync(
                actor,
                AuditAction.FineTune,
                nameof(PostFineTune),
                () => desk.RunAsync(version, cancellationToken),
                a => a.Job is { } made ? (made.Id, AuditOutcome.Done) : (nameof(PostFineTune), AuditOutcome.Refused)
            );
            return answer.Job is { } job ? FineTuneBody.Answer(job, StatusCodes.Status202Accepted) : FineTuneRefusalBody.Answer(answer);
        }
        catch (FineTuneUnavailableException e)
        {
            return FineTuneBody.Unavailable(e);
        }
    }

    private static async Task<(string? Version, FieldError? Error)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding")))
        {
            return (null, null);
        }

        var body = await JsonBody.ReadAsync(request.Body, MaxBytes, cancellationToken);
        using var document = body.Document;
        if (document is null)
        {
            return (null, body.Error);
        }

        var fields = new Fields(document.RootElement);
        return (fields.OptionalId("version"), fields.Error);
    }
}
