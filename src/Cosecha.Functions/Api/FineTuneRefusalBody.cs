using Cosecha.FineTuning;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Cosecha.Functions.Api;

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
    private const string NoVersion = "There is no such data set version. GET /api/exports lists them, POST /api/exports makes one.";

    public static ContentResult Answer(FineTuneAnswer answer) =>
        answer.Reason switch
        {
            "version_unknown" => ApiResult.Because(404, "Not found.", NoVersion, answer.Reason),
            "not_configured" => NotNow(
                "No fine-tuning is set up: set FineTune__BaseModel, and Ai__Endpoint with Ai__Model for the service.",
                answer.Reason
            ),
            "version_changed" => NotNow("Lines of the version were erased meanwhile: ask again.", answer.Reason),
            _ => Found(answer),
        };

    private static ContentResult NotNow(string detail, string reason) => ApiResult.Because(409, "Not now.", detail, reason);

    private static ContentResult Found(FineTuneAnswer answer)
    {
        const int Status = StatusCodes.Status422UnprocessableEntity;
        const string Detail =
            "The service would refuse the files for the errors in findings. cosecha datasets check FILE tells all of a file.";
        var body = new FineTuneRefusalBody("about:blank", "Not fit for training.", Status, Detail, answer.Reason!, answer.Findings);
        var result = ApiResult.Json(body, ApiJson.Plain.FineTuneRefusalBody, Status);
        result.ContentType = "application/problem+json";
        return result;
    }
}
