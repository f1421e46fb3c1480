using Azure;

namespace Cosecha.LocalHost.Invocation;

/// <summary>Tells what storage may throw while it is away or refuses from what would be a bug of this host.</summary>
internal static class StorageProblem
{
    /// <summary>The client throws the first alone, and the second when its own retries failed too.</summary>
    public static bool Is(Exception exception) =>
        exception is RequestFailedException or AggregateException or IOException or TaskCanceledException;
}
