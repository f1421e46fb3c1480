using System.ComponentModel.DataAnnotations;

namespace Cosecha.Consent;

/// <summary>Settings of <see cref="Pseudonyms"/>, section <c>Pseudonym</c>; see also <see cref="PseudonymValidation"/>.</summary>
public sealed class PseudonymOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Pseudonym";

    /// <summary>The key of <c>local.settings.sample.json</c>: public, so good for nothing but development.</summary>
    public const string DevelopmentKey = "ZGV2ZWxvcG1lbnQtb25seS1rZXktbm90LWEtc2VjcmV0ISE=";

    /// <summary>The secret under which user ids become user keys: base64, at least 32 bytes. Setting <c>Pseudonym__Key</c>; no default.</summary>
    [Required(ErrorMessage = "Pseudonym__Key is not set: give it a base64 secret of at least 32 bytes (openssl rand -base64 32).")]
    [Base64String(ErrorMessage = "Pseudonym__Key is not base64: make one with openssl rand -base64 32.")]
    [MinLength(44, ErrorMessage = "Pseudonym__Key is too short: it needs at least 32 bytes in base64 (openssl rand -base64 32).")]
    public string Key { get; set; } = "";

    /// <summary>
    /// Earlier secrets, newest first: what was written under them is still found. Settings <c>Pseudonym__PreviousKeys__0</c>, <c>__1</c> and so on; none by
    /// default.
    /// </summary>
    public IReadOnlyList<string> PreviousKeys { get; set; } = [];

    /// <summary><see cref="Key"/>, then <see cref="PreviousKeys"/>.</summary>
    public IEnumerable<string> AllKeys => PreviousKeys.Prepend(Key);
}
