using System.Text.Json.Serialization;
using Cosecha.Messages;

namespace Cosecha.Audit;

/// <summary>What was done. On the wire and in the table in snake case: <c>consent_granted</c>.</summary>
[JsonConverter(typeof(WireNameConverter<AuditAction>))]
public enum AuditAction
{
    /// <summary>A user's yes; the target is the user key.</summary>
    ConsentGranted,

    /// <summary>A user's no; the target is the user key.</summary>
    ConsentDenied,

    /// <summary>A user's withdrawal; the target is the user key.</summary>
    ConsentWithdrawn,

    /// <summary>All that there was of a user was erased; the target is the erasure's id.</summary>
    Erasure,

    /// <summary>A data set was made; the target is the version, or the function when none came of it.</summary>
    Export,

    /// <summary>A fine-tuning job was asked for; the target is the job, or the function when none came of it.</summary>
    FineTune,

    /// <summary>A file of a data set was handed out; the target is version and file.</summary>
    Download,

    /// <summary>All that is held of a person was read; the target is the user key.</summary>
    UserDataRead,

    /// <summary>A conversation was read; the target is the user key.</summary>
    ConversationRead,

    /// <summary>Messages of a poison queue were moved back; the target is the queue.</summary>
    Redrive,

    /// <summary>What is past its age was removed; the target is the function.</summary>
    Retention,

    /// <summary>A route of staff was called by somebody who may not; the target is the function.</summary>
    Call,
}
