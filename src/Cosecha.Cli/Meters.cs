using System.Diagnostics.Metrics;

namespace Cosecha.Cli;

/// <summary>Makes meters that nobody listens to, for classes that count.</summary>
internal sealed class Meters : IMeterFactory
{
    public Meter Create(MeterOptions options) => new(options);

    public void Dispose() { }
}
