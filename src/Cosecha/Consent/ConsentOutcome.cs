using System.Text.Json.Serialization;
using Cosecha.Messages;

namespace Cosecha.Consent;

/// <summary>What became of an answer.</summary>
[JsonConverter(typeof(WireNameConverter<ConsentOutcome>))]
public enum ConsentOutcome
{
    /// <summary>It is in the ledger, and it stands.</summary>
    Recorded,

    /// <summary>It said what was known already.</summary>
    Repeated,

    /// <summary>A later event stands, such as a withdrawal; the answer is in the ledger and changes nothing.</summary>
    Superseded,
}
