using System.Net;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>One storage and two apps on it: one that knows keys only, one that has App Service Authentication in front as well.</summary>
public sealed class GuardedApps : IAsyncLifetime
{
    public const string OperatorKey = "operator-0123456789abcdef0123456789";
    public const string ReviewerKey = "reviewer-0123456789abcdef0123456789";

    /// <summary>A pseudonym key that is not the sample's, which production refuses.</summary>
    public static readonly string SecretKey = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());

    private readonly HttpClient _http = new();
    private Azurite _azurite = null!;
    private App _keys = null!;
    private App _platform = null!;

    /// <summary>The storage of both.</summary>
    public string ConnectionString => _azurite.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        _azurite = await Azurite.StartNewAsync(limit.Token);
        var settings = new Dictionary<string, string?>
        {
            ["Access__OperatorKey"] = OperatorKey,
            ["Access__ReviewerKey"] = ReviewerKey,
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Production",
            ["Pseudonym__Key"] = SecretKey,
        };
        _keys = await App.StartAsync(ConnectionString, limit.Token, settings: settings);
        settings["Access__PlatformAuthentication"] = "true";
        _platform = await App.StartAsync(ConnectionString, limit.Token, settings: settings);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _keys.DisposeAsync();
        await _platform.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    /// <summary>What the first of them logged, or the second.</summary>
    public IReadOnlyCollection<string> Log(bool platform) => (platform ? _platform : _keys).Log;

    /// <summary>Calls one of them.</summary>
    public async Task<(HttpStatusCode Status, string Body)> CallAsync(
        string method,
        string path,
        bool platform = false,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri((platform ? _platform : _keys).Url, $"api/{path}"));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
