namespace Cosecha.Audit;

/// <summary>Which entries to read.</summary>
/// <param name="From">The first day, UTC; null for no limit.</param>
/// <param name="To">The last day, UTC; null for no limit.</param>
/// <param name="Action">The only action; null for all.</param>
/// <param name="After">The last entry of the page before; null for the first page.</param>
public sealed record AuditQuery(DateOnly? From = null, DateOnly? To = null, AuditAction? Action = null, AuditCursor? After = null)
{
    /// <summary>Entries of a page at most.</summary>
    public const int PageSize = 100;
}
