using Cosecha.FineTuning;

namespace Cosecha.Tests.Fakes;

/// <summary>Plays the service: it keeps files and jobs.</summary>
internal sealed class FakeFineTuneService : IFineTuneService
{
    private readonly Dictionary<string, ServiceJob> _byFile = [];
    private int _files;

    /// <summary>Files that are there now: id and name.</summary>
    public Dictionary<string, string> Files { get; } = [];

    /// <summary>Jobs that were started, each of which costs money.</summary>
    public int Started => _byFile.Count;

    /// <summary>Whether it has read the files; null while it has not.</summary>
    public bool? IsReady { get; set; } = true;

    /// <summary>How the jobs stand.</summary>
    public ServiceJob Job { get; set; } = new("", "running", null, null, null);

    /// <summary>The status with which a start is answered; 200 for a job.</summary>
    public int Start { get; set; } = 200;

    /// <summary>What happens while a file is uploaded.</summary>
    public Func<Task> OnUpload { get; set; } = () => Task.CompletedTask;

    public async Task<string> UploadAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        await OnUpload();
        var id = $"file-{++_files}";
        Files[id] = name;
        return id;
    }

    public Task<bool?> IsReadyAsync(string file, CancellationToken cancellationToken) => Task.FromResult(IsReady);

    public Task DeleteAsync(string file, CancellationToken cancellationToken)
    {
        Files.Remove(file);
        return Task.CompletedTask;
    }

    public Task<ServiceJob> StartAsync(FineTuneRecord job, CancellationToken cancellationToken)
    {
        if (Start != 200)
        {
            return Task.FromException<ServiceJob>(new FineTuneUnavailableException(Start));
        }

        _byFile.Add(job.TrainingFile!, Job with { Id = $"job-{Started + 1}" });
        return FindByFileAsync(job.TrainingFile!, cancellationToken)!;
    }

    public Task<ServiceJob?> FindByFileAsync(string trainingFile, CancellationToken cancellationToken) =>
        Task.FromResult(_byFile.TryGetValue(trainingFile, out var job) ? Job with { Id = job.Id } : null);

    public Task<ServiceJob> GetAsync(string job, CancellationToken cancellationToken) => Task.FromResult(Job with { Id = job });
}
