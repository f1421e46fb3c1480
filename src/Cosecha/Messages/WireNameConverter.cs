using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cosecha.Messages;

/// <summary>Writes a code on the wire in snake case: <c>no_consent</c>.</summary>
public sealed class WireNameConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
