using System.Reflection;

namespace Cosecha.InfraTests;

/// <summary>Where the build says that things are.</summary>
internal static class Repository
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetFullPath(Named("Repository"));

    /// <summary>The Bicep compiler.</summary>
    public static string Bicep { get; } = Named("Bicep");

    /// <summary>A file's text.</summary>
    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    private static string Named(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
