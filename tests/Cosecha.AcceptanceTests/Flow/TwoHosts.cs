namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Two apps side by side on one storage, each of which may be killed and started again; senders use whichever answers.</summary>
internal sealed class TwoHosts : IAsyncDisposable
{
    private readonly string _storage;
    private readonly App[] _apps;
    private readonly CosechaApi[] _apis;
    private int _turn;
    private int _retries;

    private TwoHosts(string storage, App[] apps)
    {
        _storage = storage;
        _apps = apps;
        _apis = [.. apps.Select(a => new CosechaApi(a.Url))];
    }

    public int Kills { get; private set; }

    public int Retries => _retries;

    /// <summary>One of the two.</summary>
    public CosechaApi Any => _apis[Interlocked.Increment(ref _turn) % _apis.Length];

    public static async Task<TwoHosts> StartAsync(string storage, CancellationToken cancellationToken) =>
        new(storage, await Task.WhenAll(App.StartAsync(storage, cancellationToken), App.StartAsync(storage, cancellationToken)));

    public async Task KillAndRestartAsync(int which, CancellationToken cancellationToken)
    {
        await _apps[which].KillAsync();
        Kills++;
        await _apps[which].DisposeAsync();
        _apps[which] = await App.StartAsync(_storage, cancellationToken, _apps[which].Url.Port);
    }

    /// <summary>Calls one host after the other until one has answered: what a bot does whose request got no answer.</summary>
    public async Task TryUntilDoneAsync(Func<CosechaApi, Task> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await call(Any);
                return;
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref _retries);
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var api in _apis)
        {
            api.Dispose();
        }

        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }
    }
}
