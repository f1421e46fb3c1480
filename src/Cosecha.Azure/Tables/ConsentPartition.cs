using Azure.Data.Tables;
using Cosecha.Consent;

namespace Cosecha.Azure.Tables;

/// <summary>What the table <c>consents</c> holds under one user key.</summary>
/// <param name="UserKey">The key.</param>
/// <param name="Events">The ledger.</param>
/// <param name="Current">The row <c>current</c>; null when there is none.</param>
internal sealed record ConsentPartition(string UserKey, IReadOnlyList<ConsentEvent> Events, TableEntity? Current)
{
    /// <summary>The key that the ledger moved to; null when it did not.</summary>
    public string? MovedTo => Current is null ? null : ConsentRow.MovedTo(Current);

    /// <summary>Whether all of it is under the key that it moved to.</summary>
    public bool HasMoved => MovedTo is not null && !ConsentRow.IsReadable(Current!);

    /// <summary>The keys whose ledgers moved here.</summary>
    public IReadOnlyList<string> FormerKeys => Current is null ? [] : ConsentRow.FormerKeys(Current);

    /// <summary>What the events amount to, together with one more.</summary>
    public ConsentState? Derive(params IEnumerable<ConsentEvent> more) =>
        ConsentLedger.Derive(UserKey, [.. Events, .. more]) is { } state ? state with { FormerKeys = FormerKeys } : null;

    public static ConsentPartition Of(string userKey, IReadOnlyList<TableEntity> rows) =>
        new(userKey, [.. rows.Where(ConsentRow.IsLedger).Select(ConsentRow.To)], rows.FirstOrDefault(r => r.RowKey == ConsentRow.Current));
}
