using Cosecha.Datasets;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryDatasetLock : IDatasetLock
{
    /// <summary>Whether somebody holds it; a test may be that somebody.</summary>
    public bool IsTaken { get; set; }

    public Task<IDatasetHold?> TakeAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (IsTaken)
        {
            return Task.FromResult<IDatasetHold?>(null);
        }

        IsTaken = true;
        return Task.FromResult<IDatasetHold?>(new Hold(this));
    }

    private sealed class Hold(InMemoryDatasetLock taken) : IDatasetHold
    {
        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync()
        {
            taken.IsTaken = false;
            return ValueTask.CompletedTask;
        }
    }
}
