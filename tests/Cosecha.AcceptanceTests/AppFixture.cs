using Cosecha.AcceptanceTests;

[assembly: AssemblyFixture(typeof(AppFixture))]

namespace Cosecha.AcceptanceTests;

/// <summary>
/// The app that the black-box tests talk to: the one that COSECHA_BASE_URL names, with the storage that COSECHA_STORAGE names, else the
/// embedded host on an Azurite of its own.
/// </summary>
public sealed class AppFixture : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private Azurite? _azurite;
    private App? _app;

    /// <summary>The app's HTTP interface.</summary>
    internal CosechaApi Api { get; private set; } = null!;

    /// <summary>Where it listens.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>The app's storage.</summary>
    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        using var limit = new CancellationTokenSource(StartLimit);
        if (Environment.GetEnvironmentVariable("COSECHA_BASE_URL") is { Length: > 0 } url)
        {
            ConnectionString = Environment.GetEnvironmentVariable("COSECHA_STORAGE") ?? "UseDevelopmentStorage=true";
            Url = new Uri(url);
            Api = new CosechaApi(Url);
            return;
        }

        _azurite = await Azurite.StartNewAsync(limit.Token);
        ConnectionString = _azurite.ConnectionString;
        _app = await App.StartAsync(ConnectionString, limit.Token);
        Url = _app.Url;
        Api = new CosechaApi(Url);
    }

    public async ValueTask DisposeAsync()
    {
        Api?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }
}
