namespace Cosecha.FineTuning;

/// <summary>The service that trains models. Every call may throw <see cref="FineTuneUnavailableException"/>.</summary>
public interface IFineTuneService
{
    /// <summary>Uploads a file as it is.</summary>
    /// <returns>Its id at the service.</returns>
    Task<string> UploadAsync(Stream content, string name, CancellationToken cancellationToken);

    /// <summary>Whether the service has read a file: null while it has not, false when it refuses it.</summary>
    Task<bool?> IsReadyAsync(string file, CancellationToken cancellationToken);

    /// <summary>Deletes a file; one that is not there counts as deleted.</summary>
    Task DeleteAsync(string file, CancellationToken cancellationToken);

    /// <summary>Starts a job. It is asked for once and never tried again by itself: a job costs money.</summary>
    Task<ServiceJob> StartAsync(FineTuneRecord job, CancellationToken cancellationToken);

    /// <summary>The job that was started with a training file; null when there is none.</summary>
    Task<ServiceJob?> FindByFileAsync(string trainingFile, CancellationToken cancellationToken);

    /// <summary>How far a job is.</summary>
    Task<ServiceJob> GetAsync(string job, CancellationToken cancellationToken);
}
