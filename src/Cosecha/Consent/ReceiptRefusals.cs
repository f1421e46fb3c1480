namespace Cosecha.Consent;

/// <summary>Why a receipt is not valid; the list is closed.</summary>
public static class ReceiptRefusals
{
    /// <summary>It lacks the version of its format, or holds what is no text.</summary>
    public const string Malformed = "malformed";

    /// <summary>It is of a format that is not issued here.</summary>
    public const string UnknownVersion = "unknown_version";

    /// <summary>It has no signature.</summary>
    public const string NoSignature = "no_signature";

    /// <summary>It was altered, forged or signed with another key.</summary>
    public const string WrongSignature = "wrong_signature";
}
