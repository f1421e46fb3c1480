using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Cosecha.Functions.Api;

/// <summary>An answer of any length, written while it is read. When reading fails half-way the connection breaks, so that no part passes for the whole.</summary>
internal sealed class StreamedJson<T>(T value, JsonTypeInfo<T> type) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var (response, aborted) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = MediaTypeNames.Application.Json;
        return JsonSerializer.SerializeAsync(response.Body, value, type, aborted);
    }
}
