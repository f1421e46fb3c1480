using System.ComponentModel.DataAnnotations;

namespace Cosecha.Access;

/// <summary>Who may call the routes of staff, section <c>Access</c>. Without any of it they are open in development, from this machine, and closed elsewhere.</summary>
public sealed class AccessOptions : IValidatableObject
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Access";

    /// <summary>Characters of a key at least: 32, which as hex digits are 128 bits.</summary>
    public const int MinKeyLength = 32;

    /// <summary>
    /// Whether App Service Authentication stands in front, setting <c>Access__PlatformAuthentication</c>. Only then is the principal in a request
    /// believed: without the platform, anyone can write one.
    /// </summary>
    public bool PlatformAuthentication { get; set; }

    /// <summary>Secret that makes its bearer an operator, setting <c>Access__OperatorKey</c>. None by default.</summary>
    public string? OperatorKey { get; set; }

    /// <summary>Secret that makes its bearer a reviewer, setting <c>Access__ReviewerKey</c>. None by default.</summary>
    public string? ReviewerKey { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsShort(OperatorKey))
        {
            yield return TooShort(nameof(OperatorKey));
        }

        if (IsShort(ReviewerKey))
        {
            yield return TooShort(nameof(ReviewerKey));
        }

        if (!string.IsNullOrEmpty(OperatorKey) && OperatorKey == ReviewerKey)
        {
            yield return new("Access__OperatorKey and Access__ReviewerKey are the same: a reviewer would be an operator. Make two.");
        }
    }

    private static bool IsShort(string? key) => !string.IsNullOrEmpty(key) && key.Length < MinKeyLength;

    private static ValidationResult TooShort(string name) =>
        new($"Access__{name} is too short: it needs at least {MinKeyLength} characters (openssl rand -hex 32), or leave it out.");
}
