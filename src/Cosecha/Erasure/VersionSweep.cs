using Cosecha.Consent;
using Cosecha.Datasets;

namespace Cosecha.Erasure;

/// <summary>
/// Takes the lines of all pending erasures out of all data set versions, the latest first. One run serves every erasure that waits: a version is
/// written anew once, however many users leave it.
/// </summary>
public sealed class VersionSweep(
    IErasureStore erasures,
    IConsentStore consents,
    IDatasetStore datasets,
    ILineageIndex lineage,
    VersionRewriter rewriter,
    DatasetTidy tidy
)
{
    /// <summary>Does it. Only for the holder of the <see cref="IDatasetLock"/>.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var pending = (await erasures.ReadPendingAsync(cancellationToken))
            .SelectMany(e => e.UserKeys.Select(k => (k, e)))
            .ToLookup(p => p.k, p => p.e);
        var kept = new Dictionary<string, int>();
        foreach (var userKey in pending.Select(e => e.Key))
        {
            kept[userKey] = ConsentState.FirstKept(await consents.FindAsync(userKey, cancellationToken));
        }

        await foreach (var version in datasets.ListAsync(cancellationToken))
        {
            await SweepAsync(version, pending, kept, cancellationToken);
        }

        await tidy.RunAsync(cancellationToken);
    }

    private async Task SweepAsync(
        Manifest version,
        ILookup<string, ErasureRecord> pending,
        Dictionary<string, int> kept,
        CancellationToken cancellationToken
    )
    {
        if (version.Files.All(f => f.Name != LineageLine.FileName))
        {
            // Builds before the lineage did not say whose lines a version holds: only deleting all of it surely erases one user.
            await datasets.UnlistAsync(version.Version, cancellationToken);
            return;
        }

        var entries = (await lineage.FindAsync(version.Version, kept.Keys, cancellationToken))
            .Where(e => e.Grant < kept[e.UserKey])
            .ToList();
        if (entries.Count == 0)
        {
            return;
        }

        var held = entries.SelectMany(entry => pending[entry.UserKey].Select(erasure => (erasure.Id, entry.Lines))).GroupBy(e => e.Id);
        foreach (var erasure in held)
        {
            await erasures.NoteVersionAsync(erasure.Key, new(version.Version, erasure.Sum(e => e.Lines)), cancellationToken);
        }

        var userKeys = entries.Select(e => e.UserKey).ToHashSet();
        await rewriter.RunAsync(version, userKeys, cancellationToken);
        // Last: as long as the entries are there, a run that died is known to be unfinished.
        await lineage.RemoveAsync(version.Version, userKeys, cancellationToken);
    }
}
