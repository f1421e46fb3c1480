using Microsoft.Azure.Functions.Worker;

namespace SampleHost;

/// <summary>Passes messages on, slowly enough to be caught in the middle by a signal.</summary>
public sealed class SlowForward
{
    [Function("SlowForward"), QueueOutput("%Queues:Out%")]
    public static async Task<string> Run([QueueTrigger("%Queues:In%")] string payload, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(400), cancellationToken);
        return payload;
    }
}
