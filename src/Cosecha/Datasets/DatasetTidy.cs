namespace Cosecha.Datasets;

/// <summary>Removes what is listed no more and what a process that died left behind.</summary>
public sealed class DatasetTidy(IDatasetStore datasets, ILineageIndex lineage)
{
    /// <summary>
    /// Deletes the folders that no version is listed from, and sees that the latest files are those of the newest version. Only for the holder of the
    /// <see cref="IDatasetLock"/>: what somebody is writing looks the same.
    /// </summary>
    /// <returns>How many folders there were.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await datasets.RefreshLatestAsync(cancellationToken);
        var listed = await datasets.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var versions = listed.Select(m => m.Version).ToHashSet();
        var orphans = (await datasets.ReadFoldersAsync(cancellationToken)).Except(listed.Select(m => m.Folder)).ToList();
        foreach (var folder in orphans)
        {
            if (!versions.Contains(Manifest.VersionOf(folder)))
            {
                // Before the folder, which is what leads here again if this run dies.
                await lineage.DeleteAsync(Manifest.VersionOf(folder), cancellationToken);
            }

            await datasets.DeleteFolderAsync(folder, cancellationToken);
        }

        return orphans.Count;
    }
}
