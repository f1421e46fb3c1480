using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Cosecha.Consent;

/// <summary>Checks at the start what attributes cannot: the earlier keys, and that the public key of the sample serves for nothing but development.</summary>
public sealed class PseudonymValidation(IHostEnvironment environment) : IValidateOptions<PseudonymOptions>
{
    private const int MinBytes = 32;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PseudonymOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = new List<string>();
        var current = Bytes(options.Key);
        if (AreSame(current, Bytes(PseudonymOptions.DevelopmentKey)) && !environment.IsDevelopment())
        {
            failures.Add("Pseudonym__Key is the public one of the sample: outside development give it a secret (openssl rand -base64 32).");
        }

        var seen = new List<byte[]?> { current };
        foreach (var (i, key) in options.PreviousKeys.Index())
        {
            var bytes = Bytes(key);
            if (bytes is not { Length: >= MinBytes })
            {
                failures.Add($"Pseudonym__PreviousKeys__{i} is not a base64 secret of at least {MinBytes} bytes.");
            }
            else if (seen.Exists(s => AreSame(s, bytes)))
            {
                failures.Add($"Pseudonym__PreviousKeys__{i} is the same as Pseudonym__Key or another of the previous keys.");
            }

            seen.Add(bytes);
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool AreSame(byte[]? one, byte[]? other) => one is not null && one.AsSpan().SequenceEqual(other);

    private static byte[]? Bytes(string? key)
    {
        var bytes = new byte[key?.Length ?? 0];
        return Convert.TryFromBase64String(key ?? "", bytes, out var length) ? bytes[..length] : null;
    }
}
