using Cosecha.Azure;
using Microsoft.Extensions.Hosting;

namespace Cosecha.Functions;

/// <summary>
/// Tells a developer's machine from a deployment. What is allowed on the former only (the public development key, routes without a key) asks
/// <see cref="HostEnvironmentEnvExtensions.IsDevelopment"/>, and .NET takes an environment that has no name for production.
/// </summary>
internal static class DevelopmentMachine
{
    private static readonly IReadOnlyList<string> s_names = ["AZURE_FUNCTIONS_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT"];

    /// <summary>
    /// Calls the environment <c>Development</c> where nobody named it and the storage is the emulator of this machine. A name that is set always counts.
    /// </summary>
    public static void Recognize(IHostApplicationBuilder builder)
    {
        var isNamed = s_names.Any(name => !string.IsNullOrEmpty(builder.Configuration[name]));
        if (!isNamed && IsEmulator(builder.Configuration[StorageAccount.Setting]))
        {
            builder.Environment.EnvironmentName = Environments.Development;
        }
    }

    private static bool IsEmulator(string? connection) =>
        connection is not null
        && (
            connection.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase)
            || connection.Contains("AccountName=devstoreaccount1;", StringComparison.OrdinalIgnoreCase)
        );
}
