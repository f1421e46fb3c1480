namespace Cosecha.Access;

/// <summary>A caller whose credential is good.</summary>
/// <param name="Name">The name for the audit.</param>
/// <param name="Role">The highest role; null when the platform knows the caller and nobody gave them a role.</param>
internal sealed record Caller(string Name, AccessRole? Role)
{
    public bool Has(AccessRole role) => Role >= role;
}
