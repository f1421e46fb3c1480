using Cosecha.FineTuning;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Cosecha.Functions.Api;

/// <summary>A fine-tuning job as the API tells it; the service's ids of files stay inside.</summary>
internal sealed record FineTuneBody(
    string Id,
    string Version,
    int Revision,
    string Status,
    string BaseModel,
    string? FineTunedModel,
    long? TrainedTokens,
    string? Error,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    bool FilesDeleted
)
{
    public static ContentResult Answer(FineTuneRecord job, int status)
    {
        var body = new FineTuneBody(
            job.Id,
            job.Version,
            job.Revision,
            job.Status,
            job.BaseModel,
            job.FineTunedModel,
            job.TrainedTokens,
            job.Error,
            job.CreatedAt,
            job.FinishedAt,
            job.FilesDeleted
        );
        return ApiResult.Json(body, ApiJson.Plain.FineTuneBody, status);
    }

    public static ContentResult Unavailable(FineTuneUnavailableException e) =>
        ApiResult.Because(
            e.MayPass ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status502BadGateway,
            "The fine-tuning service did not do it.",
            e.Message,
            e.Reason
        );
}
