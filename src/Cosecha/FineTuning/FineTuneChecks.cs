using Cosecha.Datasets;
using Cosecha.Datasets.Checks;
using Microsoft.Extensions.Options;

namespace Cosecha.FineTuning;

/// <summary>Checks a version's chat files as the service will, before anything is paid.</summary>
public sealed class FineTuneChecks(IDatasetStore datasets, IOptions<FineTuneOptions> options)
{
    private const int MaxLines = 10;

    /// <summary>The errors of the files; the number of examples counts for training only.</summary>
    public async Task<IReadOnlyList<FineTuneFinding>> RunAsync(Manifest version, CancellationToken cancellationToken)
    {
        var training = await CheckAsync(version, FineTuneFiles.Training, cancellationToken);
        if (!FineTuneFiles.HasValidation(version))
        {
            return training;
        }

        var validation = await CheckAsync(version, FineTuneFiles.Validation, cancellationToken);
        return [.. training, .. validation.Where(f => f.Code != FindingCode.TooFewExamples)];
    }

    private async Task<IReadOnlyList<FineTuneFinding>> CheckAsync(Manifest version, string file, CancellationToken cancellationToken)
    {
        var checker = new DatasetChecker(FineTuneModel.Find(options.Value.BaseModel) ?? FineTuneModel.Default);
        await using var content = await datasets.OpenAsync(version.Version, file, cancellationToken) ?? new MemoryStream();
        var check = await checker.CheckAsync(content, cancellationToken);
        var errors = check.Counts.Where(c => FindingCodes.SeverityOf(c.Key) == Severity.Error);
        return [.. errors.Select(c => new FineTuneFinding(file, c.Key, c.Value, LinesOf(check, c.Key)))];
    }

    private static List<long> LinesOf(FileCheck check, FindingCode code) =>
        [.. check.Findings.Where(f => f.Code == code && f.Line is not null).Select(f => f.Line!.Value).Take(MaxLines)];
}
