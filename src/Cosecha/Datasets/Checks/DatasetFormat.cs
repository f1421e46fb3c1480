using System.Text.Json.Serialization;
using Cosecha.Messages;

namespace Cosecha.Datasets.Checks;

/// <summary>What the lines of a fine-tuning file are. On the wire in lower case.</summary>
[JsonConverter(typeof(WireNameConverter<DatasetFormat>))]
public enum DatasetFormat
{
    /// <summary><c>{"messages":[…]}</c></summary>
    Chat,

    /// <summary><c>{"prompt":…,"completion":…}</c></summary>
    Completion,

    /// <summary><c>{"input":{"messages":[…]},"preferred_output":[…],"non_preferred_output":[…]}</c></summary>
    Preference,
}
