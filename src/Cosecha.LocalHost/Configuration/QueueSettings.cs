namespace Cosecha.LocalHost.Configuration;

/// <summary>Section extensions.queues of host.json; defaults are those of the Azure Functions host.</summary>
internal sealed record QueueSettings
{
    /// <summary>Messages a receive, 1 to 32.</summary>
    public required int BatchSize { get; init; }

    /// <summary>The next receive starts when no more than this many messages are being processed.</summary>
    public required int NewBatchThreshold { get; init; }

    /// <summary>The longest pause between receives of an empty queue.</summary>
    public required TimeSpan MaxPollingInterval { get; init; }

    /// <summary>How long a failed message stays invisible before the next attempt.</summary>
    public required TimeSpan VisibilityTimeout { get; init; }

    /// <summary>Attempts before a message goes to the poison queue.</summary>
    public required int MaxDequeueCount { get; init; }

    /// <summary>Whether payloads are base64 (the default) or plain text.</summary>
    public required bool Base64 { get; init; }
}
