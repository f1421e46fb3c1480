using System.Text.Json.Serialization;

namespace Cosecha.Consent;

/// <summary>Receipts as the API writes them: what is signed must be what is sent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ConsentReceipt))]
internal sealed partial class ReceiptJson : JsonSerializerContext;
