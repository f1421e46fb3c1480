using System.Text.Json.Serialization;
using Cosecha.Messages;

namespace Cosecha.Audit;

/// <summary>What became of an action. On the wire and in the table in snake case.</summary>
[JsonConverter(typeof(WireNameConverter<AuditOutcome>))]
public enum AuditOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There was nothing new to do; all is as it was.</summary>
    Unchanged,

    /// <summary>Somebody else was at it; nothing was done.</summary>
    Busy,

    /// <summary>It failed; the log says why.</summary>
    Failed,

    /// <summary>The caller may do it. It is written down before anything is handed out.</summary>
    Allowed,

    /// <summary>The caller may not do it.</summary>
    Refused,

    /// <summary>The consent event is in the ledger, and it stands.</summary>
    Recorded,

    /// <summary>The consent event said what was known already.</summary>
    Repeated,

    /// <summary>A later consent event stands.</summary>
    Superseded,

    /// <summary>Messages went back into their queue.</summary>
    Moved,
}
