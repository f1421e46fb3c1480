using Azure;
using Azure.Identity;

namespace Cosecha.Azure;

/// <summary>Tells what storage may throw while it is away or refuses from what would be a bug.</summary>
public static class StorageProblem
{
    /// <summary>Refused or out of reach; the aggregate is what the client throws when its own retries failed too.</summary>
    public static bool Is(Exception exception) =>
        exception is RequestFailedException or AggregateException or AuthenticationFailedException or IOException or TaskCanceledException;
}
