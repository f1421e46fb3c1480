using Microsoft.Extensions.Options;

namespace Cosecha.LocalHost;

/// <summary>The three moments of a graceful end, each a token.</summary>
internal sealed class HostShutdown(IOptions<FunctionsHostOptions> options) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource aborting = new();
    private readonly CancellationTokenSource abandoning = new();

    /// <summary>Nothing new is started.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>The time to finish is over: the CancellationToken that functions see.</summary>
    public CancellationToken Aborting => aborting.Token;

    /// <summary>The time to unwind is over too: what still runs is no longer waited for.</summary>
    public CancellationToken Abandoning => abandoning.Token;

    public void Begin()
    {
        aborting.CancelAfter(options.Value.DrainTimeout);
        abandoning.CancelAfter(options.Value.DrainTimeout + options.Value.CancelTimeout);
        stopping.Cancel();
    }

    public void Dispose()
    {
        stopping.Dispose();
        aborting.Dispose();
        abandoning.Dispose();
    }
}
