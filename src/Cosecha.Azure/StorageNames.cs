namespace Cosecha.Azure;

/// <summary>The names of everything in the storage account: one place for code, functions and templates.</summary>
public static class StorageNames
{
    /// <summary>Queue of raw messages.</summary>
    public const string CapturedQueue = "captured";

    /// <summary>Queue of anonymized messages.</summary>
    public const string AnonymizedQueue = "anonymized";

    /// <summary>Queue of labeled messages.</summary>
    public const string LabeledQueue = "labeled";

    /// <summary>Queue of ordered erasures.</summary>
    public const string ErasureQueue = "erasure";

    /// <summary>What the host appends to a queue's name for messages that failed for good.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Table of messages.</summary>
    public const string MessagesTable = "messages";

    /// <summary>Table of claimed message ids.</summary>
    public const string ClaimsTable = "claims";

    /// <summary>Table of the numbers that a conversation's values have.</summary>
    public const string ScopesTable = "scopes";

    /// <summary>Table of consent: current state and history.</summary>
    public const string ConsentsTable = "consents";

    /// <summary>Table of daily counters.</summary>
    public const string CountersTable = "counters";

    /// <summary>Table of data set versions.</summary>
    public const string DatasetsTable = "datasets";

    /// <summary>Table of which data set versions hold lines of which user.</summary>
    public const string LineageTable = "lineage";

    /// <summary>Table of erasures.</summary>
    public const string ErasuresTable = "erasures";

    /// <summary>Table of fine-tuning jobs.</summary>
    public const string FineTunesTable = "finetunes";

    /// <summary>Table of queue messages that failed.</summary>
    public const string FailuresTable = "failures";

    /// <summary>Table of who did what.</summary>
    public const string AuditTable = "audit";

    /// <summary>Container of data sets.</summary>
    public const string FinetuneContainer = "finetune";

    /// <summary>All queues that have a function behind them.</summary>
    public static IReadOnlyList<string> Queues { get; } = [CapturedQueue, AnonymizedQueue, LabeledQueue, ErasureQueue];

    /// <summary>All tables.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        MessagesTable,
        ClaimsTable,
        ScopesTable,
        ConsentsTable,
        CountersTable,
        DatasetsTable,
        LineageTable,
        ErasuresTable,
        FineTunesTable,
        FailuresTable,
        AuditTable,
    ];
}
