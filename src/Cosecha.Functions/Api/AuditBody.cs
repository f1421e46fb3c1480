using Cosecha.Audit;

namespace Cosecha.Functions.Api;

/// <summary>Answer of <c>GET /api/audit</c>: newest first; <c>next</c> is the <c>page</c> to ask for then, missing on the last one.</summary>
internal sealed record AuditBody(IReadOnlyList<AuditEntry> Entries, string? Next)
{
    public static AuditBody Of(AuditPage page) => new(page.Entries, page.Next?.ToToken());
}
