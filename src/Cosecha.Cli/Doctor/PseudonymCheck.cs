using Cosecha.Consent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cosecha.Cli.Doctor;

/// <summary>The pseudonym keys: there, long enough, all different, and outside development not the public one of the sample.</summary>
internal sealed class PseudonymCheck(DoctorSettings settings) : ICheck
{
    private const string Check = "pseudonym key";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([.. Look()]);

    private IEnumerable<Finding> Look()
    {
        if (settings.InVault.Contains($"{PseudonymOptions.Section}:{nameof(PseudonymOptions.Key)}", StringComparer.OrdinalIgnoreCase))
        {
            return [new(Verdict.Ok, Check, "in a key vault, where only the app reads it: --url asks whether it has started")];
        }

        using var provider = settings.Options();
        try
        {
            return [Describe(provider.GetRequiredService<IOptions<PseudonymOptions>>().Value)];
        }
        catch (OptionsValidationException problem)
        {
            return problem
                .Failures.Where(failure => !settings.IsOfVault(failure))
                .Select(failure => new Finding(Verdict.Fail, Check, failure, Mend(failure)));
        }
    }

    private Finding Describe(PseudonymOptions options) =>
        options.Key == PseudonymOptions.DevelopmentKey
            ? new(Verdict.Ok, Check, $"the sample's public one; good in {settings.EnvironmentName} only")
            : new(Verdict.Ok, Check, $"base64 and long enough; earlier keys: {options.PreviousKeys.Count}");

    private string Mend(string failure) =>
        failure.Contains(nameof(PseudonymOptions.PreviousKeys), StringComparison.Ordinal)
            ? "docs/keys.md tells how keys are rotated; take the entry out if it never was a key"
        : settings.IsOfAzure ? "azd provision, whose hook makes one in the key vault. A key that is in use is rotated: docs/deploy.md"
        : $"openssl rand -base64 32, into Pseudonym__Key of {settings.Name}. A key that is in use is rotated: docs/keys.md";
}
