using System.Text.Json.Serialization;
using Cosecha.Messages;

namespace Cosecha.Health;

/// <summary>How well the app can do its work, from best to worst. On the wire in lower case.</summary>
[JsonConverter(typeof(WireNameConverter<HealthStatus>))]
public enum HealthStatus
{
    /// <summary>All is as it should be.</summary>
    Healthy,

    /// <summary>The work goes on, but a person should look.</summary>
    Degraded,

    /// <summary>The work cannot go on, or must not.</summary>
    Unhealthy,
}
