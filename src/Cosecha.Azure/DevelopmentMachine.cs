using Microsoft.Extensions.Configuration;

namespace Cosecha.Azure;

/// <summary>
/// Tells a developer's machine from a deployment. What is allowed on the former only (the public development key, routes without a key) asks the host
/// environment whether it is <c>Development</c>, and .NET takes an environment that has no name for production.
/// </summary>
public static class DevelopmentMachine
{
    private static readonly IReadOnlyList<string> s_names = ["AZURE_FUNCTIONS_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT"];

    /// <summary>The name that the settings give the environment; null where they give none. A name that is set always counts.</summary>
    public static string? NameOf(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return s_names.Select(name => configuration[name]).FirstOrDefault(name => !string.IsNullOrEmpty(name));
    }

    /// <summary>Whether nobody named the environment and the storage is the emulator of this machine.</summary>
    public static bool Is(IConfiguration configuration) =>
        NameOf(configuration) is null && IsEmulator(configuration[StorageAccount.Setting]);

    /// <summary>Whether a connection string is of the storage emulator.</summary>
    public static bool IsEmulator(string? connection) =>
        connection is not null
        && (
            connection.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase)
            || connection.Contains("AccountName=devstoreaccount1;", StringComparison.OrdinalIgnoreCase)
        );
}
