using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cosecha.Consent;

/// <summary>
/// Signs receipts, and checks those that come back under whichever key they were signed, with HMAC-SHA256 over canonical JSON: all fields but the signature, sorted by name, without white space
/// (in the manner of RFC 8785). Looks at nothing but the receipt, so that whoever presents one learns nothing about any user.
/// </summary>
public sealed class ReceiptSigner(Pseudonyms pseudonyms)
{
    private const string SignatureField = "signature";

    /// <summary>The signature of a receipt: 64 hex digits.</summary>
    public string Sign(ConsentReceipt receipt) =>
        Sign(pseudonyms.Keys[0], Canonical(JsonSerializer.SerializeToElement(receipt, ReceiptJson.Default.ConsentReceipt)));

    /// <summary>Checks a receipt. Whatever it is, the answer is a value.</summary>
    public ReceiptCheck Verify(JsonElement receipt)
    {
        try
        {
            return Check(receipt);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no receipt of ours holds one.
            return new(false, ReceiptRefusals.Malformed);
        }
    }

    private ReceiptCheck Check(JsonElement receipt)
    {
        if (Text(receipt, "receiptVersion") is not { } version)
        {
            return new(false, ReceiptRefusals.Malformed);
        }

        if (version != ConsentReceipt.Format)
        {
            return new(false, ReceiptRefusals.UnknownVersion);
        }

        if (Text(receipt, SignatureField) is not { } signature)
        {
            return new(false, ReceiptRefusals.NoSignature);
        }

        // Comparing hex texts of one length leaks no time; a text that is no hex is simply another one.
        var (canonical, given) = (Canonical(receipt), Encoding.UTF8.GetBytes(signature));
        var signatures = pseudonyms.Keys.Select(k => Encoding.UTF8.GetBytes(Sign(k, canonical)));
        return signatures.Any(s => CryptographicOperations.FixedTimeEquals(s, given))
            ? new(true, null)
            : new(false, ReceiptRefusals.WrongSignature);
    }

    private static string Sign(PseudonymKey key, byte[] canonical) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key.Hash("receipt", ""), canonical));

    private static byte[] Canonical(JsonElement receipt)
    {
        using var canonical = new MemoryStream();
        using (var writer = new Utf8JsonWriter(canonical))
        {
            WriteFields(writer, receipt.EnumerateObject().Where(p => p.Name != SignatureField));
        }

        return canonical.ToArray();
    }

    private static void WriteFields(Utf8JsonWriter writer, IEnumerable<JsonProperty> fields)
    {
        writer.WriteStartObject();
        foreach (var field in fields.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            writer.WritePropertyName(field.Name);
            Write(writer, field.Value);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteFields(writer, value.EnumerateObject());
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static string? Text(JsonElement receipt, string name) =>
        receipt.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
