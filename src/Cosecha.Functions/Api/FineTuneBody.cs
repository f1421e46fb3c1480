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

/// <summary>A problem as RFC 9457 has it, with what the checks found.</summary>
internal sealed record FineTuneRefusalBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Reason,
    IReadOnlyList<FineTuneFinding> Findings
)
{
    public static IActionResult Answer(FineTuneAnswer answer) =>
        answer.Reason switch
        {
            "version_unknown" => ApiResult.Because(404, "Not found.", "There is no such data set version.", answer.Reason),
            "not_configured" => ApiResult.Because(409, "Not now.", "No fine-tuning is set up: set FineTune__BaseModel.", answer.Reason),
            "version_changed" => ApiResult.Because(
                409,
                "Not now.",
                "Lines of the version were erased meanwhile: ask again.",
                answer.Reason
            ),
            _ => Found(answer),
        };

    private static ContentResult Found(FineTuneAnswer answer)
    {
        const int Status = StatusCodes.Status422UnprocessableEntity;
        const string Detail = "The checks found errors for which the service would refuse the files.";
        var body = new FineTuneRefusalBody("about:blank", "Not fit for training.", Status, Detail, answer.Reason!, answer.Findings);
        var result = ApiResult.Json(body, ApiJson.Plain.FineTuneRefusalBody, Status);
        result.ContentType = "application/problem+json";
        return result;
    }
}
