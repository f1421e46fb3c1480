using Azure.Data.Tables;
using Cosecha.Consent;

namespace Cosecha.Azure.Tables;

/// <summary>An event of a consent ledger as a row of the table <c>consents</c>.</summary>
internal static class ConsentRow
{
    /// <summary>Row key of the state: a copy of the event that stands.</summary>
    public const string Current = "current";

    private const string Ledger = "history|";

    private const string MovedToColumn = "MovedTo";

    private const string FormerKeysColumn = "FormerKeys";

    /// <summary>Row key of an event in the ledger.</summary>
    public static string LedgerKey(ConsentEvent consent) => Ledger + consent.Key;

    public static bool IsLedger(TableEntity row) => row.RowKey.StartsWith(Ledger, StringComparison.Ordinal) && IsReadable(row);

    /// <summary>Rows of builds before the ledger say neither what was shown nor for which purpose: who is in them counts as never asked. Nor does a row that only leads to another key.</summary>
    public static bool IsReadable(TableEntity row) => row.ContainsKey("Status");

    /// <summary>The key that the ledger moved to; null in a row of one that did not.</summary>
    public static string? MovedTo(TableEntity current) => current.GetString(MovedToColumn);

    /// <summary>The keys whose ledgers moved to the one of this row.</summary>
    public static IReadOnlyList<string> FormerKeys(TableEntity current) => current.GetString(FormerKeysColumn)?.Split(',') ?? [];

    /// <summary>A row that only leads to another key.</summary>
    public static TableEntity Alias(string userKey, string movedTo) => new(userKey, Current) { [MovedToColumn] = movedTo };

    public static ConsentState StateOf(TableEntity current) => new(current.PartitionKey, To(current)) { FormerKeys = FormerKeys(current) };

    public static TableEntity FromState(ConsentState state)
    {
        var row = From(state.UserKey, Current, state.Last);
        if (state.FormerKeys.Count > 0)
        {
            row[FormerKeysColumn] = string.Join(',', state.FormerKeys);
        }

        return row;
    }

    public static TableEntity From(string userKey, string rowKey, ConsentEvent consent) =>
        new(userKey, rowKey)
        {
            ["Status"] = consent.Status.ToString(),
            ["At"] = consent.At,
            ["TextVersion"] = consent.TextVersion,
            ["Language"] = consent.Language,
            ["TextHash"] = consent.TextHash,
            ["Channel"] = consent.Channel,
            ["EvidenceMessageId"] = consent.EvidenceMessageId,
            ["Purposes"] = string.Join(',', PurposeCodes.Of(consent.Purposes)),
            ["Grant"] = consent.Grant,
        };

    public static ConsentEvent To(TableEntity row) =>
        new(
            Enum.Parse<ConsentStatus>(row.GetString("Status")),
            row.GetDateTimeOffset("At")!.Value,
            row.GetString("TextVersion"),
            row.GetString("Language"),
            row.GetString("TextHash"),
            row.GetString("Channel"),
            row.GetString("EvidenceMessageId"),
            PurposeCodes.Parse(row.GetString("Purposes").Split(','))!.Value,
            row.GetInt32("Grant")!.Value
        );
}
