namespace Cosecha.Consent;

/// <summary>What came of checking a receipt.</summary>
/// <param name="Valid">Whether it was issued here and is as it was issued. That says nothing about what stands now.</param>
/// <param name="Reason">Why not, a code of <see cref="ReceiptRefusals"/>; null when it is valid.</param>
public sealed record ReceiptCheck(bool Valid, string? Reason);
