using System.Text.Json.Serialization;
using Cosecha.Messages;

namespace Cosecha.Failures;

/// <summary>Where a queue message that failed is. On the wire and in the table in snake case.</summary>
[JsonConverter(typeof(WireNameConverter<FailureStatus>))]
public enum FailureStatus
{
    /// <summary>In its queue: it is tried again by itself.</summary>
    Retrying,

    /// <summary>In the poison queue, until somebody takes it back.</summary>
    Poison,

    /// <summary>In the poison queue again, for the cause for which it was there before: left out when a whole queue is taken back.</summary>
    Repeated,
}
