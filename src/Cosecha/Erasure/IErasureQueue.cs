namespace Cosecha.Erasure;

/// <summary>Where erasures wait for their turn.</summary>
public interface IErasureQueue
{
    /// <summary>Sends an order.</summary>
    /// <param name="order">What to erase.</param>
    /// <param name="delay">How long nobody shall see it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task SendAsync(ErasureOrder order, TimeSpan delay, CancellationToken cancellationToken);
}
