using Cosecha.Datasets;
using Cosecha.Datasets.Checks;

namespace Cosecha.FineTuning;

/// <summary>Looks for what the service would refuse in a version's chat files, before anything is uploaded.</summary>
public sealed class FineTuneChecks(IDatasetStore datasets)
{
    private const int MaxLines = 10;

    /// <summary>The errors in the files that a job is trained on.</summary>
    public async Task<IReadOnlyList<FineTuneFinding>> RunAsync(Manifest version, CancellationToken cancellationToken)
    {
        var findings = new List<FineTuneFinding>();
        foreach (var file in FineTuneFiles.Of(version))
        {
            findings.AddRange(Errors(file, await CheckAsync(version, file, cancellationToken)));
        }

        return findings;
    }

    /// <summary>What the manifest says; an empty file, and any of an earlier build's version, is not checked yet.</summary>
    private async Task<FileCheck> CheckAsync(Manifest version, string file, CancellationToken cancellationToken)
    {
        if (version.Files.FirstOrDefault(f => f.Name == file)?.Check is { } check)
        {
            return check;
        }

        await using var content = await datasets.OpenAsync(version.Version, file, cancellationToken) ?? new MemoryStream();
        return await new DatasetChecker(FineTuneModel.Default).CheckAsync(content, cancellationToken);
    }

    private static IEnumerable<FineTuneFinding> Errors(string file, FileCheck check) =>
        from count in check.Counts
        where FindingCodes.SeverityOf(count.Key) == Severity.Error
        select new FineTuneFinding(file, count.Key, count.Value, LinesOf(check, count.Key));

    private static List<long> LinesOf(FileCheck check, FindingCode code) =>
        [.. check.Findings.Where(f => f.Code == code && f.Line is not null).Select(f => f.Line!.Value).Take(MaxLines)];
}
