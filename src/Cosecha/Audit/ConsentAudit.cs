using Cosecha.Consent;

namespace Cosecha.Audit;

/// <summary>Writes down what users said about consent, as the bot reported it.</summary>
public sealed class ConsentAudit(AuditTrail audit)
{
    /// <summary>A yes or a no, and what became of it.</summary>
    public Task RecordAsync(ConsentRecording recording, bool granted) =>
        audit.RecordAsync(
            Actors.Bot,
            granted ? AuditAction.ConsentGranted : AuditAction.ConsentDenied,
            recording.State.UserKey,
            recording.Outcome switch
            {
                ConsentOutcome.Recorded => AuditOutcome.Recorded,
                ConsentOutcome.Repeated => AuditOutcome.Repeated,
                _ => AuditOutcome.Superseded,
            }
        );
}
