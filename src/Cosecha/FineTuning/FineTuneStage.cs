using Cosecha.Datasets;

namespace Cosecha.FineTuning;

/// <summary>
/// Brings a job a step on. Each step is written down with the tag of what was read, so that of two callers one acts; a process may die between any
/// two steps, and the next call goes on from there.
/// </summary>
public sealed class FineTuneStage(IDatasetStore datasets, IFineTuneStore jobs, IFineTuneService service, TimeProvider clock)
{
    /// <summary>Lines of the version were erased after the upload, or the version is gone.</summary>
    public const string VersionChanged = "version_changed";

    /// <summary>After this a start whose end nobody wrote down is looked into; longer than a call to the service may take.</summary>
    private static readonly TimeSpan s_start = TimeSpan.FromMinutes(5);

    /// <summary>Brings it on as far as it goes now.</summary>
    /// <exception cref="FineTuneUnavailableException">The service did not answer; the job stays as it is.</exception>
    public async Task<FineTuneRecord> AdvanceAsync(FineTuneRecord job, CancellationToken cancellationToken) =>
        job.Status switch
        {
            FineTuneStatus.Preparing => job,
            FineTuneStatus.Uploaded => await TryStartAsync(job, cancellationToken),
            FineTuneStatus.Starting => await FindStartedAsync(job, cancellationToken),
            _ when FineTuneStatus.IsFinal(job.Status) => await TidyAsync(job, cancellationToken),
            _ => await TakeAsync(job, await service.GetAsync(job.Job!, cancellationToken), cancellationToken),
        };

    /// <summary>Ends a job without a model.</summary>
    public async Task<FineTuneRecord> FailAsync(FineTuneRecord job, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var failed = job with { Status = FineTuneStatus.Failed, Error = reason, FinishedAt = now };
        return await TidyAsync(await WriteAsync(failed, cancellationToken), cancellationToken);
    }

    private async Task<FineTuneRecord> TryStartAsync(FineTuneRecord job, CancellationToken cancellationToken)
    {
        var ready = await AreReadyAsync(job, cancellationToken);
        if (ready != true)
        {
            return ready is null ? job : await FailAsync(job, "file_refused", cancellationToken);
        }

        var isSame = await datasets
            .ListAsync(cancellationToken)
            .AnyAsync(m => m.Version == job.Version && m.Revision == job.Revision, cancellationToken);
        return isSame ? await StartAsync(job, cancellationToken) : await FailAsync(job, VersionChanged, cancellationToken);
    }

    private async Task<FineTuneRecord> StartAsync(FineTuneRecord job, CancellationToken cancellationToken)
    {
        var starting = job with { Status = FineTuneStatus.Starting, UpdatedAt = clock.GetUtcNow() };
        if (await jobs.TryWriteAsync(starting, cancellationToken) is not { } claimed)
        {
            return (await jobs.FindAsync(job.Id, cancellationToken))!;
        }

        try
        {
            return await TakeAsync(claimed, await service.StartAsync(claimed, cancellationToken), cancellationToken);
        }
        catch (FineTuneUnavailableException e) when (e.IsRefusal)
        {
            await (
                e.MayPass
                    ? WriteAsync(claimed with { Status = FineTuneStatus.Uploaded }, cancellationToken)
                    : FailAsync(claimed, e.Reason, cancellationToken)
            );
            throw;
        }
    }

    /// <summary>The service is asked whether it started; the files are the job's own, so that its job is known by them.</summary>
    private async Task<FineTuneRecord> FindStartedAsync(FineTuneRecord job, CancellationToken cancellationToken)
    {
        if (await service.FindByFileAsync(job.TrainingFile!, cancellationToken) is { } started)
        {
            return await TakeAsync(job, started, cancellationToken);
        }

        return clock.GetUtcNow() - job.UpdatedAt > s_start ? await TryStartAsync(job, cancellationToken) : job;
    }

    private async Task<bool?> AreReadyAsync(FineTuneRecord job, CancellationToken cancellationToken)
    {
        var training = await service.IsReadyAsync(job.TrainingFile!, cancellationToken);
        return training == true && job.ValidationFile is { } validation
            ? await service.IsReadyAsync(validation, cancellationToken)
            : training;
    }

    private async Task<FineTuneRecord> TakeAsync(FineTuneRecord job, ServiceJob told, CancellationToken cancellationToken)
    {
        var next = job with
        {
            Job = told.Id,
            Status = told.Status,
            FineTunedModel = told.FineTunedModel,
            TrainedTokens = told.TrainedTokens,
            Error = told.Error,
            FinishedAt = FineTuneStatus.IsFinal(told.Status) ? clock.GetUtcNow() : null,
        };
        next = next == job ? job : await WriteAsync(next, cancellationToken);
        return FineTuneStatus.IsFinal(next.Status) ? await TidyAsync(next, cancellationToken) : next;
    }

    /// <summary>No copy of the texts stays at the service. Where it does not delete now, the next look does.</summary>
    private async Task<FineTuneRecord> TidyAsync(FineTuneRecord job, CancellationToken cancellationToken)
    {
        if (job.FilesDeleted)
        {
            return job;
        }

        try
        {
            foreach (var file in new[] { job.TrainingFile, job.ValidationFile }.OfType<string>())
            {
                await service.DeleteAsync(file, cancellationToken);
            }
        }
        catch (FineTuneUnavailableException)
        {
            return job;
        }

        return await WriteAsync(job with { FilesDeleted = true }, cancellationToken);
    }

    private async Task<FineTuneRecord> WriteAsync(FineTuneRecord job, CancellationToken cancellationToken) =>
        await jobs.TryWriteAsync(job with { UpdatedAt = clock.GetUtcNow() }, cancellationToken)
        ?? (await jobs.FindAsync(job.Id, cancellationToken))!;
}
