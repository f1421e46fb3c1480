namespace Cosecha.Datasets;

/// <summary>Tells which versions hold lines of a user, without reading their files.</summary>
public interface ILineageIndex
{
    /// <summary>Adds entries of a version that is not published yet.</summary>
    Task AddAsync(string version, IReadOnlyCollection<LineageEntry> entries, CancellationToken cancellationToken);

    /// <summary>The entries of users in a version.</summary>
    Task<IReadOnlyList<LineageEntry>> FindAsync(string version, IReadOnlyCollection<string> userKeys, CancellationToken cancellationToken);

    /// <summary>Removes the entries of users whose lines are gone. Those that are not there count as removed.</summary>
    Task RemoveAsync(string version, IReadOnlyCollection<string> userKeys, CancellationToken cancellationToken);

    /// <summary>Removes all entries of a version that is gone.</summary>
    Task DeleteAsync(string version, CancellationToken cancellationToken);
}
