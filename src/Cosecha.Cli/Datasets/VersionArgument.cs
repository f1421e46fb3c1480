using System.CommandLine;
using Cosecha.Cli.Client;

namespace Cosecha.Cli.Datasets;

/// <summary>Names a data set version.</summary>
internal static class VersionArgument
{
    private const string Latest = "latest";

    public static Argument<string> Create(string name) =>
        new(name) { Description = "A data set version, as cosecha datasets list shows it; or latest." };

    /// <summary>The version that an argument means.</summary>
    /// <exception cref="CosechaApiException">The API does not answer, or there is no version yet.</exception>
    public static async Task<string> ResolveAsync(string version, CosechaClient client, CancellationToken cancellationToken)
    {
        if (version != Latest)
        {
            return version;
        }

        return await client.ListExportsAsync(cancellationToken) is { Exports: [var newest, ..] }
            ? newest.Version
            : throw new CosechaApiException("There is no data set version yet: cosecha export makes one.");
    }
}
