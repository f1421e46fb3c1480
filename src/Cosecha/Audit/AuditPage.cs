namespace Cosecha.Audit;

/// <summary>A page of the audit.</summary>
/// <param name="Entries">The entries, newest first.</param>
/// <param name="Next">Where the next page goes on; null when this is the last one.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, AuditCursor? Next);
