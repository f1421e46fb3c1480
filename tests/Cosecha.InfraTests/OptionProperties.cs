using System.Reflection;
using Cosecha.Consent;
using Cosecha.LocalHost;

namespace Cosecha.InfraTests;

/// <summary>All settings that the options classes have, by name.</summary>
internal static class OptionProperties
{
    /// <summary>Those of the app: one for each property that can be set, of each class of the core that names its section.</summary>
    public static IReadOnlyList<(string Name, PropertyInfo Property)> App { get; } =
    [.. Of(typeof(PseudonymOptions).Assembly.GetExportedTypes())];

    /// <summary>These and the local host's own.</summary>
    public static IReadOnlyList<(string Name, PropertyInfo Property)> All { get; } = [.. App, .. Of([typeof(FunctionsHostOptions)])];

    private static IEnumerable<(string, PropertyInfo)> Of(IEnumerable<Type> types) =>
        from type in types
        let section = type.GetField("Section")?.GetRawConstantValue() as string
        where section is not null
        from property in type.GetProperties()
        where property.CanWrite
        select ($"{section}__{property.Name}", property);
}
