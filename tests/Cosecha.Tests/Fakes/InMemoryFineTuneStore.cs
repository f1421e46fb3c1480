using System.Globalization;
using Cosecha.FineTuning;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryFineTuneStore : IFineTuneStore
{
    private readonly Dictionary<string, FineTuneRecord> _jobs = [];
    private int _writes;

    /// <summary>All that are kept.</summary>
    public IReadOnlyCollection<FineTuneRecord> Jobs => _jobs.Values;

    public Task<FineTuneRecord?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(_jobs.GetValueOrDefault(id));

    public Task<IReadOnlyList<FineTuneRecord>> ReadAsync(string version, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FineTuneRecord>>([.. _jobs.Values.Where(j => j.Version == version)]);

    public Task<FineTuneRecord?> TryWriteAsync(FineTuneRecord job, CancellationToken cancellationToken)
    {
        if (_jobs.GetValueOrDefault(job.Id)?.Tag != job.Tag)
        {
            return Task.FromResult<FineTuneRecord?>(null);
        }

        var tag = (++_writes).ToString(CultureInfo.InvariantCulture);
        return Task.FromResult<FineTuneRecord?>(_jobs[job.Id] = job with { Tag = tag });
    }
}
