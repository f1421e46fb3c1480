namespace Cosecha.Audit;

/// <summary>An entry of the audit. It holds codes, keys and the names of staff: no text of a message, no user id.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Actor">Who: one of <see cref="Actors"/>, or a person's name as the platform gives it.</param>
/// <param name="Action">What.</param>
/// <param name="Target">On what; see <see cref="AuditAction"/>.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, AuditAction Action, string Target, AuditOutcome Outcome);
