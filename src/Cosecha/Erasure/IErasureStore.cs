namespace Cosecha.Erasure;

/// <summary>Keeps what is known of erasures.</summary>
public interface IErasureStore
{
    /// <summary>The erasure of an id; null when there is none.</summary>
    Task<ErasureRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Keeps an erasure unless one of this id is known.</summary>
    Task AddAsync(ErasureRecord erasure, CancellationToken cancellationToken);

    /// <summary>Replaces an erasure by its next state.</summary>
    Task UpdateAsync(ErasureRecord erasure, CancellationToken cancellationToken);

    /// <summary>The erasures that are not completed.</summary>
    Task<IReadOnlyList<ErasureRecord>> ReadPendingAsync(CancellationToken cancellationToken);

    /// <summary>The erasures that were completed after a time.</summary>
    Task<IReadOnlyList<ErasureRecord>> ReadCompletedAsync(DateTimeOffset after, CancellationToken cancellationToken);

    /// <summary>Notes a version that held lines of the user. The first note stays: a later look finds lines gone already.</summary>
    Task NoteVersionAsync(string id, ErasedVersion version, CancellationToken cancellationToken);

    /// <summary>The versions noted for an erasure, newest first.</summary>
    Task<IReadOnlyList<ErasedVersion>> ReadVersionsAsync(string id, CancellationToken cancellationToken);
}
