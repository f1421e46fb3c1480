namespace Cosecha.Audit;

/// <summary>Keeps the audit. Entries are added and never changed.</summary>
public interface IAuditLog
{
    /// <summary>Adds an entry.</summary>
    Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Reads a page, newest first.</summary>
    Task<AuditPage> ReadAsync(AuditQuery query, CancellationToken cancellationToken);
}
