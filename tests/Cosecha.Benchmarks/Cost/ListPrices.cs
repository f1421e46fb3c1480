namespace Cosecha.Benchmarks.Cost;

/// <summary>
/// What Azure charges, in USD, pay as you go, without the monthly free amounts. Noted on 26 November 2026 in regions of the USA. Prices change and differ by
/// region, redundancy and contract: put in your own and take the tables of docs/cost.md anew. A test holds the page to these numbers.
/// </summary>
/// <remarks>
/// Where it says "read", the number stood in a public page or file that could be read where this was written; the price lists themselves could not be.
/// </remarks>
internal static class ListPrices
{
    /// <summary>10,000 queue operations of any kind, StorageV2, LRS and ZRS alike. Read: infracost's recorded prices, storage_queue_test, West US.</summary>
    public const double QueueOperations = 0.004;

    /// <summary>10,000 table operations of any kind; a transaction of up to 100 rows is one. Read: infracost's recorded prices, storage_table_test.</summary>
    public const double TableOperations = 0.00036;

    /// <summary>A GB in tables for a month, ZRS (LRS: 0.045). Read: as above.</summary>
    public const double TableData = 0.0562;

    /// <summary>10,000 writes of blobs, hot, ZRS (LRS: 0.055). Read: infracost's recorded prices, storage_queue_test, West US.</summary>
    public const double BlobWrites = 0.06875;

    /// <summary>10,000 reads of blobs, hot. Read: as above.</summary>
    public const double BlobReads = 0.0044;

    /// <summary>A GB of memory for a second in which an instance of Flex Consumption runs something, on demand. Read: Modal's comparison, May 2025, East US.</summary>
    public const double GigabyteSecond = 0.000026;

    /// <summary>A million runs of functions on Flex Consumption, on demand. From memory.</summary>
    public const double MillionRuns = 0.40;

    /// <summary>A GB of logs into Log Analytics. Read: monitoringcost.com, 2026.</summary>
    public const double LogGigabyte = 2.30;

    /// <summary>A million tokens of questions to gpt-4.1-mini, the template's model, global standard. Read: finout.io, 2026.</summary>
    public const double Gpt41MiniIn = 0.40;

    /// <summary>A million tokens of its answers. Read: as above.</summary>
    public const double Gpt41MiniOut = 1.60;

    /// <summary>A million tokens of questions to gpt-4o-mini, global standard. From memory.</summary>
    public const double Gpt4oMiniIn = 0.15;

    /// <summary>A million tokens of its answers. From memory.</summary>
    public const double Gpt4oMiniOut = 0.60;
}
