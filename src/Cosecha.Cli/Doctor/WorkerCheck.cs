namespace Cosecha.Cli.Doctor;

/// <summary>Which flavour of the Functions worker the app was built with: only the real one can be published.</summary>
internal sealed class WorkerCheck(DoctorSettings settings) : ICheck
{
    private const string Check = "worker";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>([Look()]);

    private Finding Look()
    {
        var output = Path.Combine(settings.Folder, "src", "Cosecha.Functions", "bin");
        var builds = Directory.Exists(output) ? Directory.GetFiles(output, "Cosecha.Functions.deps.json", SearchOption.AllDirectories) : [];
        if (builds.Length == 0)
        {
            return new(Verdict.Ok, Check, "nothing is built here, so there is nothing to publish");
        }

        var newest = File.ReadAllText(builds.MaxBy(File.GetLastWriteTimeUtc)!);
        return newest.Contains("\"WorkerFacade/", StringComparison.Ordinal)
            ? new(
                Verdict.Warn,
                Check,
                "built with tests/WorkerFacade: runs on the local host, cannot be published",
                "where the package feed has them: dotnet build src/Cosecha.Functions -p:WorkerPackages=true"
            )
            : new(Verdict.Ok, Check, "built with the Microsoft.Azure.Functions.Worker packages; can be published");
    }
}
