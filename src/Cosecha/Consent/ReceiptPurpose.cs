namespace Cosecha.Consent;

/// <summary>A purpose on a receipt.</summary>
/// <param name="Purpose">Its code, see <see cref="PurposeCodes"/>.</param>
/// <param name="Description">What it means, in the receipt's language.</param>
public sealed record ReceiptPurpose(string Purpose, string Description);
