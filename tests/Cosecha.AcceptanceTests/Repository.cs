namespace Cosecha.AcceptanceTests;

/// <summary>Where this repository's files are, seen from a test binary.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Functions.sln")))
            directory = directory.Parent;
        return directory?.FullName
            ?? throw new InvalidOperationException(
                "The tests run from a build inside the repository; Functions.sln was not found above them."
            );
    }
}
