using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cosecha.Consent;

/// <summary>One entry of a user's consent ledger. Entries are added and never changed.</summary>
/// <param name="Status">What was said.</param>
/// <param name="At">When it was said, in UTC.</param>
/// <param name="TextVersion">Version of the consent text that it is about.</param>
/// <param name="Language">Language in which the text was shown, ISO 639-1.</param>
/// <param name="TextHash">SHA-256 of the text as it was shown: 64 hex digits.</param>
/// <param name="Channel">Through which channel the user answered the text; null when the bot does not say.</param>
/// <param name="EvidenceMessageId">The message in which it was said, in the safe form of <see cref="Capture.SafeId"/>; null when unknown.</param>
/// <param name="Purposes">What was granted, denied or withdrawn.</param>
/// <param name="Grant">Number of the grant that it begins, continues or ends, see <see cref="ConsentState.Grant"/>.</param>
public sealed record ConsentEvent(
    ConsentStatus Status,
    DateTimeOffset At,
    string TextVersion,
    string Language,
    string TextHash,
    string? Channel,
    string? EvidenceMessageId,
    ConsentPurposes Purposes,
    int Grant
)
{
    /// <summary>
    /// Its place in the ledger: time, status, and a hash of the rest, so that a repeat has the same key and no two events
    /// tie. Of two keys the greater one, in ordinal order, is the event that stands. Holds nothing that came from outside in clear.
    /// </summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks:D19}|{(int)Status}|{Digest()}");

    private string Digest()
    {
        var rest = string.Join('\n', TextVersion, Language, TextHash, Channel, EvidenceMessageId, (int)Purposes);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rest)))[..16];
    }
}
