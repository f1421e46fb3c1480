using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cosecha.Access;
using Cosecha.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Cosecha.Functions.Api;

/// <summary>Answers of the HTTP functions. They are written here and not by the host's formatters, so that every host answers the same bytes.</summary>
internal static class ApiResult
{
    public static ContentResult Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        new()
        {
            StatusCode = status,
            ContentType = MediaTypeNames.Application.Json,
            Content = JsonSerializer.Serialize(value, type),
        };

    /// <summary>A problem as RFC 9457 has it, naming the field.</summary>
    public static ContentResult Invalid(FieldError error) =>
        Problem(
            error.IsTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest,
            "The request is not valid.",
            $"{error.Field} {error.Reason}",
            [error]
        );

    public static ContentResult NotFound(string detail) => Problem(StatusCodes.Status404NotFound, "Not found.", detail, []);

    public static ContentResult Conflict(string detail) => Problem(StatusCodes.Status409Conflict, "Not now.", detail, []);

    /// <summary>401 or 403.</summary>
    public static ContentResult Refused(AccessRefusal reason) =>
        reason == AccessRefusal.Forbidden
            ? Problem(StatusCodes.Status403Forbidden, "Not allowed.", "This needs another role.", [], Code(reason))
            : Problem(StatusCodes.Status401Unauthorized, "Not authenticated.", "This needs a caller who is known.", [], Code(reason));

    /// <summary>A problem with a reason code.</summary>
    public static ContentResult Because(int status, string title, string detail, string reason) =>
        Problem(status, title, detail, [], reason);

    private static string Code(AccessRefusal reason) => JsonNamingPolicy.CamelCase.ConvertName($"{reason}");

    private static ContentResult Problem(int status, string title, string detail, IReadOnlyList<FieldError> errors, string? reason = null)
    {
        var fields = errors.Select(e => new ProblemField(e.Field, e.Reason)).ToList();
        var problem = new ProblemBody("about:blank", title, status, detail, fields, reason);
        var result = Json(problem, ApiJson.Plain.ProblemBody, status);
        result.ContentType = MediaTypeNames.Application.ProblemJson;
        return result;
    }
}
