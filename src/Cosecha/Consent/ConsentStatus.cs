using System.Text.Json.Serialization;
using Cosecha.Messages;

namespace Cosecha.Consent;

/// <summary>What a user said about a consent text. Of two events of one instant the later of this list stands, so that doubt never turns into a yes.</summary>
[JsonConverter(typeof(WireNameConverter<ConsentStatus>))]
public enum ConsentStatus
{
    /// <summary>Yes, to the purposes that the event names.</summary>
    Granted,

    /// <summary>No, when asked.</summary>
    Denied,

    /// <summary>No longer, for all purposes.</summary>
    Withdrawn,
}
