using System.Net;
using System.Net.Http.Json;
using System.Net.Mime;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Cosecha.Cli.Client;

/// <summary>The HTTP API of a running Cosecha. Every call throws <see cref="CosechaApiException"/> when it fails.</summary>
internal sealed class CosechaClient(HttpClient http)
{
    private static readonly ClientJson Types = ClientJson.Default;

    public Task<ConsentText> GetConsentTextAsync(string language, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, $"consents/text?lang={Uri.EscapeDataString(language)}", null, Types.ConsentText, cancellationToken);

    public Task<GrantAnswer> GrantAsync(string userId, ConsentGrant grant, CancellationToken cancellationToken)
    {
        var body = JsonContent.Create(grant, Types.ConsentGrant);
        return SendAsync(HttpMethod.Put, ConsentPath(userId), body, Types.GrantAnswer, cancellationToken);
    }

    public async Task WithdrawAsync(string userId, CancellationToken cancellationToken)
    {
        using var response = await RespondAsync(HttpMethod.Delete, ConsentPath(userId), null, cancellationToken);
    }

    public Task<CaptureAnswer> PostMessagesAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        var body = JsonContent.Create(new(messages), Types.OutgoingBatch);
        return SendAsync(HttpMethod.Post, "messages", body, Types.CaptureAnswer, cancellationToken);
    }

    public Task<HealthAnswer> GetHealthAsync(CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, "health", null, Types.HealthAnswer, cancellationToken);

    public Task<MetricsAnswer> GetMetricsAsync(int days, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, $"metrics?days={days}", null, Types.MetricsAnswer, cancellationToken);

    /// <summary>What failed in a queue, or in all.</summary>
    public Task<FailuresAnswer> ListFailuresAsync(string? queue, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, queue is null ? "failures" : $"failures?queue={queue}", null, Types.FailuresAnswer, cancellationToken);

    /// <summary>Takes messages that failed for good back.</summary>
    public Task<RedriveAnswer> RedriveAsync(OutgoingRedrive order, CancellationToken cancellationToken)
    {
        var body = JsonContent.Create(order, Types.OutgoingRedrive);
        return SendAsync(HttpMethod.Post, "failures/redrive", body, Types.RedriveAnswer, cancellationToken);
    }

    /// <summary>Exports now: the newest version, and whether there was something new to make it of.</summary>
    public async Task<(ExportAnswer Export, bool IsNew)> ExportAsync(CancellationToken cancellationToken)
    {
        using var response = await RespondAsync(HttpMethod.Post, "exports", null, cancellationToken);
        var export = await ReadAsync(response, HttpMethod.Post, "exports", Types.ExportAnswer, cancellationToken);
        return (export, response.StatusCode == HttpStatusCode.Created);
    }

    /// <summary>The data set versions, newest first.</summary>
    public Task<ExportsAnswer> ListExportsAsync(CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, "exports", null, Types.ExportsAnswer, cancellationToken);

    /// <summary>The manifest of a data set version, with all that it holds.</summary>
    public Task<JsonElement> GetManifestAsync(string version, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, FilePath(version, "manifest.json"), null, Types.JsonElement, cancellationToken);

    /// <summary>The lines of a file of a data set version.</summary>
    public async IAsyncEnumerable<string> ReadLinesAsync(
        string version,
        string file,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var response = await RespondAsync(HttpMethod.Get, FilePath(version, file), null, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return line;
        }
    }

    private static string FilePath(string version, string file) => $"exports/{Uri.EscapeDataString(version)}/{file}";

    private static string ConsentPath(string userId) => $"consents/{Uri.EscapeDataString(userId)}";

    private async Task<T> SendAsync<T>(
        HttpMethod method,
        string path,
        HttpContent? body,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
    {
        using var response = await RespondAsync(method, path, body, cancellationToken);
        return await ReadAsync(response, method, path, type, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(
        HttpResponseMessage response,
        HttpMethod method,
        string path,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(type, cancellationToken) ?? throw Unexpected(method, path);
        }
        catch (JsonException e)
        {
            throw Unexpected(method, path, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new CosechaApiException($"{Call(method, path)} broke off its answer.", e) { IsTransient = true };
        }
    }

    private async Task<HttpResponseMessage> RespondAsync(
        HttpMethod method,
        string path,
        HttpContent? body,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, $"api/{path}") { Content = body };
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw new CosechaApiException($"{http.BaseAddress} does not answer ({e.HttpRequestError}). Is it running? ./run starts it.", e)
            {
                IsTransient = true,
            };
        }
        catch (TaskCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CosechaApiException($"{http.BaseAddress} took longer than {http.Timeout.TotalSeconds:0} seconds to answer.", e)
            {
                IsTransient = true,
            };
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            var status = (int)response.StatusCode;
            throw new CosechaApiException($"{Call(method, path)} answered {status}{await DetailAsync(response, cancellationToken)}")
            {
                Status = status,
                IsTransient = status is 408 or 429 or >= 500,
            };
        }
    }

    private static async Task<string> DetailAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != MediaTypeNames.Application.ProblemJson)
        {
            return ".";
        }

        var problem = await response.Content.ReadFromJsonAsync(Types.ProblemAnswer, cancellationToken);
        return $": {problem?.Detail ?? problem?.Title}";
    }

    private static CosechaApiException Unexpected(HttpMethod method, string path, Exception? cause = null) =>
        new($"{Call(method, path)} did not answer as Cosecha does. Is the address right?", cause);

    /// <summary>The call as errors name it: without what follows the resource, which may be a user id.</summary>
    private static string Call(HttpMethod method, string path) => $"{method} /api/{path.Split('/', '?')[0]}";
}
