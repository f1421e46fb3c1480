namespace Cosecha.Cli.Doctor;

/// <summary>A service of the storage account and how to try it.</summary>
/// <param name="Name">What it holds, in the plural.</param>
/// <param name="Role">The role that an identity needs for it (docs/deploy.md).</param>
/// <param name="Address">Where it is.</param>
/// <param name="Expected">What the app has there.</param>
internal sealed record StorageService(string Name, string Role, Uri Address, IReadOnlyList<string> Expected)
{
    /// <summary>Reads the names of what is there.</summary>
    public required Func<CancellationToken, ValueTask<List<string>>> ListAsync { get; init; }

    /// <summary>Makes something of the doctor's own.</summary>
    public required Func<CancellationToken, Task> CreateAsync { get; init; }

    /// <summary>Deletes it again; none there is as good.</summary>
    public required Func<CancellationToken, Task> DeleteAsync { get; init; }

    /// <summary>The account's name: the first part of the host, or of the path at an emulator.</summary>
    public string Account => Address.IsLoopback ? Address.Segments[^1].Trim('/') : Address.Host.Split('.')[0];
}
