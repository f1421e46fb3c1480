using System.Globalization;

namespace Cosecha.Benchmarks.Cost;

/// <summary>What one message uses, on average, from the request to its row.</summary>
/// <param name="QueuePuts">Messages put into queues.</param>
/// <param name="QueueGets">Receives, those that find nothing too.</param>
/// <param name="QueueDeletes">Messages deleted from queues.</param>
/// <param name="TableReads">Reads of tables.</param>
/// <param name="TableWrites">Writes to tables; a transaction is one.</param>
/// <param name="Runs">Runs of functions: the request's and one for each queue message.</param>
/// <param name="ProcessorMilliseconds">Processor time, the sender's included.</param>
/// <param name="StoredBytes">Size of its rows in the tables <c>messages</c> and <c>claims</c>.</param>
internal sealed record MessageUsage(
    double QueuePuts,
    double QueueGets,
    double QueueDeletes,
    double TableReads,
    double TableWrites,
    double Runs,
    double ProcessorMilliseconds,
    double StoredBytes
)
{
    /// <summary>The lines of its table in docs/cost.md, in the order of the parameters.</summary>
    public static IReadOnlyList<(string Name, string Format, Func<MessageUsage, double> Of)> Lines { get; } =
    [
        ("queue put", "0.000", u => u.QueuePuts),
        ("queue get", "0.000", u => u.QueueGets),
        ("queue delete", "0.000", u => u.QueueDeletes),
        ("table read", "0.000", u => u.TableReads),
        ("table write", "0.000", u => u.TableWrites),
        ("runs of functions", "0.000", u => u.Runs),
        ("processor time, ms", "0.00", u => u.ProcessorMilliseconds),
        ("stored, bytes", "0", u => u.StoredBytes),
    ];

    /// <summary>The usage as its table says it: a reader computes with what is written there.</summary>
    public MessageUsage Rounded() =>
        Of([.. Lines.Select(l => double.Parse(l.Of(this).ToString(l.Format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))]);

    /// <summary>The usage whose lines have these values.</summary>
    public static MessageUsage Of(IReadOnlyList<double> values) =>
        new(values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
}
