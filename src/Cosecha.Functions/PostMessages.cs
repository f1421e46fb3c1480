using Cosecha.Capture;
using Cosecha.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.Functions;

/// <summary>The bot's door: one message, or a batch of up to 100.</summary>
public sealed class PostMessages(RequestReader reader, CaptureStage stage)
{
    /// <summary>202 with a status for each message; 400 or 413 when the body, or the single message that it is, is not valid.</summary>
    [Function(nameof(PostMessages))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "messages")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var posted = await reader.ReadAsync(request.Body, cancellationToken);
        if ((posted.Error ?? (posted.IsBatch ? null : posted.Messages[0].Error)) is { } error)
        {
            return ApiResult.Invalid(error);
        }

        var results = await stage.RunAsync(posted.Messages, cancellationToken);
        return ApiResult.Json(CaptureBody.Of(results), ApiJson.Plain.CaptureBody, StatusCodes.Status202Accepted);
    }
}
