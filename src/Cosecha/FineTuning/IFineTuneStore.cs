namespace Cosecha.FineTuning;

/// <summary>Keeps fine-tuning jobs.</summary>
public interface IFineTuneStore
{
    /// <summary>The job of an id; null when there is none.</summary>
    Task<FineTuneRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The jobs of a version.</summary>
    Task<IReadOnlyList<FineTuneRecord>> ReadAsync(string version, CancellationToken cancellationToken);

    /// <summary>Keeps a job's next state, unless somebody else has written since it was read (see <see cref="FineTuneRecord.Tag"/>).</summary>
    /// <returns>What is kept now, with its new tag; null when somebody else was first.</returns>
    Task<FineTuneRecord?> TryWriteAsync(FineTuneRecord job, CancellationToken cancellationToken);
}
