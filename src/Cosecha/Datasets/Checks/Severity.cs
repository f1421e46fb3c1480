using System.Text.Json.Serialization;
using Cosecha.Messages;

namespace Cosecha.Datasets.Checks;

/// <summary>How bad a finding is. On the wire in lower case.</summary>
[JsonConverter(typeof(WireNameConverter<Severity>))]
public enum Severity
{
    /// <summary>The service refuses the file.</summary>
    Error,

    /// <summary>The service takes the file; the trainer should know.</summary>
    Warning,
}
