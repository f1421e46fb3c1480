using System.Text.Json.Serialization;
using Cosecha.Messages;

namespace Cosecha.Capture;

/// <summary>What became of a posted message. On the wire in snake case.</summary>
[JsonConverter(typeof(WireNameConverter<CaptureStatus>))]
public enum CaptureStatus
{
    /// <summary>Taken in; the pipeline works on it.</summary>
    Queued,

    /// <summary>Nothing was kept: the user has not consented.</summary>
    NoConsent,

    /// <summary>Taken in before; once more changes nothing.</summary>
    Duplicate,

    /// <summary>Nothing was kept: a field is wrong.</summary>
    Invalid,
}
