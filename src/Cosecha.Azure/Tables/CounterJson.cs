using System.Text.Json.Serialization;

namespace Cosecha.Azure.Tables;

[JsonSerializable(typeof(IReadOnlyDictionary<string, double>))]
internal sealed partial class CounterJson : JsonSerializerContext;
