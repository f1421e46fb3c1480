using Cosecha.AcceptanceTests;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Cosecha.AcceptanceTests;

/// <summary>The storage of one test run: the account that COSECHA_STORAGE names, else one Azurite for all tests.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly string run = $"{TimeProvider.System.GetUtcNow().UtcTicks / TimeSpan.TicksPerMillisecond:x}";
    private Azurite? azurite;
    private int names;

    /// <summary>The connection string of the account.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>A queue, table-safe or container name that no other test and no earlier run has used.</summary>
    /// <param name="prefix">Lower-case letters that say what it is for.</param>
    public string UniqueName(string prefix) => $"{prefix}{run}n{Interlocked.Increment(ref names)}";

    public async ValueTask InitializeAsync()
    {
        var named = Environment.GetEnvironmentVariable("COSECHA_STORAGE");
        if (string.IsNullOrEmpty(named))
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            azurite = await Azurite.StartNewAsync(timeout.Token);
        }
        ConnectionString = azurite?.ConnectionString ?? named!;
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }
}
