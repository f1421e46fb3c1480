using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cosecha.Datasets;
using Microsoft.Extensions.Options;

namespace Cosecha.FineTuning;

/// <summary>Takes wishes for fine-tuning jobs. The same wish names the same job, so that a repeat is answered and never paid twice.</summary>
public sealed class FineTuneDesk(
    IDatasetStore datasets,
    IFineTuneStore jobs,
    IFineTuneService service,
    FineTuneChecks checks,
    FineTuneStage stage,
    IOptions<FineTuneOptions> options,
    TimeProvider clock
)
{
    /// <summary>How long an upload may take before it counts as given up; a request in Azure has 230 seconds.</summary>
    private static readonly TimeSpan s_upload = TimeSpan.FromMinutes(10);

    /// <summary>Starts a job on a version, or answers the one that there is. One that failed or was cancelled is tried anew.</summary>
    /// <param name="version">The version; null for the newest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FineTuneUnavailableException">The service did not do it; asking again goes on, or begins anew.</exception>
    public async Task<FineTuneAnswer> RunAsync(string? version, CancellationToken cancellationToken)
    {
        if (options.Value.BaseModel.Length == 0)
        {
            return FineTuneAnswer.Refuse("not_configured");
        }

        var listed = datasets.ListAsync(cancellationToken);
        var manifest = await listed.FirstOrDefaultAsync(m => version is null || m.Version == version, cancellationToken);
        if (manifest is null)
        {
            return FineTuneAnswer.Refuse("version_unknown");
        }

        var known = await jobs.FindAsync(IdOf(manifest), cancellationToken);
        return known is not null && !MayReplace(known)
            ? new(await stage.AdvanceAsync(known, cancellationToken), null, [])
            : await BeginAsync(manifest, known, cancellationToken);
    }

    private async Task<FineTuneAnswer> BeginAsync(Manifest version, FineTuneRecord? known, CancellationToken cancellationToken)
    {
        var findings = await checks.RunAsync(version, cancellationToken);
        if (findings.Count > 0)
        {
            return new(null, "checks_failed", findings);
        }

        var now = clock.GetUtcNow();
        var wish = new FineTuneRecord(
            IdOf(version),
            version.Version,
            version.Revision,
            options.Value.BaseModel,
            FineTuneStatus.Preparing,
            now,
            now
        )
        {
            Tag = known?.Tag,
        };
        return await jobs.TryWriteAsync(wish, cancellationToken) is { } claimed
            ? await UploadAsync(version, claimed, cancellationToken)
            : new(await jobs.FindAsync(wish.Id, cancellationToken), null, []);
    }

    private async Task<FineTuneAnswer> UploadAsync(Manifest version, FineTuneRecord job, CancellationToken cancellationToken)
    {
        try
        {
            job = job with { TrainingFile = await SendAsync(job, FineTuneFiles.Training, cancellationToken) };
            if (FineTuneFiles.HasValidation(version))
            {
                job = job with { ValidationFile = await SendAsync(job, FineTuneFiles.Validation, cancellationToken) };
            }
        }
        catch (FineTuneUnavailableException e)
        {
            await stage.FailAsync(job, e.Reason, cancellationToken);
            throw;
        }

        var uploaded = await jobs.TryWriteAsync(
            job with
            {
                Status = FineTuneStatus.Uploaded,
                UpdatedAt = clock.GetUtcNow(),
            },
            cancellationToken
        );
        var last = uploaded is null
            ? await jobs.FindAsync(job.Id, cancellationToken)
            : await stage.AdvanceAsync(uploaded, cancellationToken);
        return last!.Error == FineTuneStage.VersionChanged ? FineTuneAnswer.Refuse(FineTuneStage.VersionChanged) : new(last, null, []);
    }

    private async Task<string> SendAsync(FineTuneRecord job, string file, CancellationToken cancellationToken)
    {
        await using var content = await datasets.OpenAsync(job.Version, file, cancellationToken) ?? new MemoryStream();
        return await service.UploadAsync(content, $"{job.Id}-{Path.GetFileName(file)}", cancellationToken);
    }

    private bool MayReplace(FineTuneRecord job) =>
        job.Status is FineTuneStatus.Failed or FineTuneStatus.Cancelled
        || (job.Status == FineTuneStatus.Preparing && clock.GetUtcNow() - job.UpdatedAt > s_upload);

    private string IdOf(Manifest version)
    {
        var o = options.Value;
        var wish = string.Create(CultureInfo.InvariantCulture, $"{version.Revision}|{o.BaseModel}|{o.Suffix}|{o.Seed}|{o.Epochs}");
        return $"{version.Version}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wish)))[..16]}";
    }
}
