using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Cosecha.Telemetry;

namespace Cosecha.Azure.Tables;

/// <summary>Daily totals in the table <c>counters</c>: partition by day, a row for each process.</summary>
public sealed class CounterStore(StorageAccount account) : ICounterStore
{
    private const string Totals = "Totals";
    private const string DayFormat = "yyyy-MM-dd";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.CountersTable);

    /// <inheritdoc />
    public async Task SaveAsync(
        DateOnly day,
        string process,
        IReadOnlyDictionary<string, double> totals,
        CancellationToken cancellationToken
    )
    {
        await account.ReadyAsync(cancellationToken);
        var json = JsonSerializer.Serialize(totals, CounterJson.Default.IReadOnlyDictionaryStringDouble);
        var row = new TableEntity(day.ToString(DayFormat, CultureInfo.InvariantCulture), process) { [Totals] = json };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<DateOnly, Dictionary<string, double>>> ReadAsync(
        DateOnly from,
        CancellationToken cancellationToken
    )
    {
        await account.ReadyAsync(cancellationToken);
        var days = new SortedDictionary<DateOnly, Dictionary<string, double>>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from.ToString(DayFormat, CultureInfo.InvariantCulture)}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var day = DateOnly.ParseExact(row.PartitionKey, DayFormat, CultureInfo.InvariantCulture);
            var sums = days.TryGetValue(day, out var known) ? known : days[day] = [];
            foreach (
                var (name, value) in JsonSerializer.Deserialize(row.GetString(Totals), CounterJson.Default.IReadOnlyDictionaryStringDouble)!
            )
            {
                sums[name] = sums.GetValueOrDefault(name) + value;
            }
        }

        return days;
    }
}
