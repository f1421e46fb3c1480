using System.Text.Json.Serialization;

namespace Cosecha.Messages;

/// <summary>What the pipeline decided about a message. On the wire in lower case.</summary>
[JsonConverter(typeof(WireNameConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Clean: may become training data.</summary>
    Approved,

    /// <summary>The machine is unsure: a person decides.</summary>
    Review,

    /// <summary>A quality rule failed.</summary>
    Rejected,

    /// <summary>Filtered out: the row keeps its reason and no content.</summary>
    Discarded,
}
