namespace Cosecha.Benchmarks.Cost;

/// <summary>What a million messages cost, in USD: <see cref="MessageUsage"/> times <see cref="ListPrices"/>.</summary>
internal sealed class MillionMessages(MessageUsage usage)
{
    /// <summary>Memory of an instance in GB: <c>instanceMemoryMB</c> of infra/environments.</summary>
    public const double InstanceGigabytes = 2;

    /// <summary>
    /// The least that is billed each time an instance begins to run something, in seconds (azure-docs, flex-consumption-plan.md: 1,000 ms).
    /// </summary>
    public const double LeastSeconds = 1;

    /// <summary>
    /// What a run leaves in Log Analytics, in bytes. An assumption: the host writes a request and up to three traces ("Executing", "Trigger Details", "Executed"), about
    /// a kilobyte each.
    /// </summary>
    public const double LogBytes = 4_000;

    private const double Million = 1e6;
    private const double Giga = 1e9;

    /// <summary>The lines of its table in docs/cost.md.</summary>
    public static IReadOnlyList<(string Name, Func<MillionMessages, double> Of)> Lines { get; } =
    [
        ("storage: queue operations", m => m.Queues),
        ("storage: table operations", m => m.Tables),
        ("storage: rows, each month that they are kept", m => m.Rows),
        ("execution: runs", m => m.Runs),
        ("execution: time, busy instances", m => m.BusyTime),
        ("execution: time, each run alone", m => m.AloneTime),
        ("logs", m => m.Logs),
        ("**all, busy instances**", m => m.WithoutTime + m.BusyTime),
        ("**all, each run alone**", m => m.WithoutTime + m.AloneTime),
    ];

    private double Queues => (usage.QueuePuts + usage.QueueGets + usage.QueueDeletes) * Million / 10_000 * ListPrices.QueueOperations;

    private double Tables => (usage.TableReads + usage.TableWrites) * Million / 10_000 * ListPrices.TableOperations;

    private double Rows => usage.StoredBytes * Million / Giga * ListPrices.TableData;

    private double Runs => usage.Runs * ListPrices.MillionRuns;

    /// <summary>An instance of 2 GB has one processor, and never waits for work.</summary>
    private double BusyTime => usage.ProcessorMilliseconds / 1_000 * Million * InstanceGigabytes * ListPrices.GigabyteSecond;

    private double AloneTime => usage.Runs * LeastSeconds * Million * InstanceGigabytes * ListPrices.GigabyteSecond;

    private double Logs => usage.Runs * LogBytes * Million / Giga * ListPrices.LogGigabyte;

    private double WithoutTime => Queues + Tables + Rows + Runs + Logs;

    /// <summary>What a language model costs on top.</summary>
    /// <param name="asked">Share of the messages that it is asked about.</param>
    /// <param name="tokensIn">Tokens of a question.</param>
    /// <param name="tokensOut">Tokens of an answer.</param>
    /// <param name="priceIn">A million tokens of questions, in USD.</param>
    /// <param name="priceOut">A million tokens of answers, in USD.</param>
    public static double Model(double asked, double tokensIn, double tokensOut, double priceIn, double priceOut) =>
        asked * ((tokensIn * priceIn) + (tokensOut * priceOut));
}
