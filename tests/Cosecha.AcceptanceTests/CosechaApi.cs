using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Cosecha.AcceptanceTests;

/// <summary>Calls the app as a bot or an operator would.</summary>
internal sealed class CosechaApi(Uri url) : IDisposable
{
    private readonly HttpClient _http = Client(url);

    public async Task<JsonObject> GrantAsync(string userId, CancellationToken cancellationToken)
    {
        var text = await GetAsync("consents/text?lang=es", cancellationToken);
        var grant = new
        {
            textVersion = (string?)text["textVersion"],
            language = "es",
            channel = "whatsapp",
        };
        using var response = await _http.PutAsJsonAsync($"api/consents/{Uri.EscapeDataString(userId)}", grant, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    public async Task<JsonObject> WithdrawAsync(string userId, CancellationToken cancellationToken)
    {
        using var response = await _http.DeleteAsync($"api/consents/{Uri.EscapeDataString(userId)}", cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    /// <summary>Posts messages; the statuses, in order.</summary>
    public async Task<IReadOnlyList<string>> PostAsync(IEnumerable<object> messages, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync("api/messages", new { messages }, cancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var body = await ReadAsync(response, cancellationToken);
        return [.. body["messages"]!.AsArray().Select(m => (string)m!["status"]!)];
    }

    public async Task<JsonObject> GetConversationAsync(string userId, string conversationId, CancellationToken cancellationToken) =>
        await GetAsync($"messages/{Uri.EscapeDataString(conversationId)}?userId={Uri.EscapeDataString(userId)}", cancellationToken);

    public async Task<JsonObject> ExportAsync(CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsync("api/exports", null, cancellationToken);
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.OK);
        return await ReadAsync(response, cancellationToken);
    }

    public Task<string> GetFileAsync(string version, string file, CancellationToken cancellationToken) =>
        _http.GetStringAsync($"api/exports/{version}/{file}", cancellationToken);

    public async Task<JsonObject> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync($"api/{path}", cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    public async Task<(HttpStatusCode Status, string? Type, string Body)> SendAsync(
        HttpMethod method,
        string path,
        string? body,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, $"api/{path}");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, cancellationToken);
        return (
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(cancellationToken)
        );
    }

    /// <summary>Fires a timer function; its end is seen in what it does.</summary>
    public async Task FireAsync(string function, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync($"admin/functions/{function}", new { }, cancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    /// <summary>Waits until no queue of the flow holds a message.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        // A message that moves on while the queues are being read may be in none of them: it takes two quiet looks.
        for (var quiet = 0; quiet < 2; )
        {
            var queues = (await GetAsync("health", cancellationToken))["queues"]!.AsObject();
            quiet = queues.All(q => q.Key.EndsWith("-poison", StringComparison.Ordinal) || (int)q.Value! == 0) ? quiet + 1 : 0;
            await Task.Delay(100, cancellationToken);
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpClient Client(Uri url)
    {
        var client = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
        if (Environment.GetEnvironmentVariable("COSECHA_KEY") is { Length: > 0 } key)
        {
            client.DefaultRequestHeaders.Add("x-functions-key", key);
        }

        return client;
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        (await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
}
