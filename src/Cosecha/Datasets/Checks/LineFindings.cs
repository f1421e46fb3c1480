namespace Cosecha.Datasets.Checks;

/// <summary>The findings of one line.</summary>
internal sealed class LineFindings(FindingLog log, long line)
{
    /// <summary>Whether the line has an error: then it is no example.</summary>
    public bool HasErrors { get; private set; }

    public void Add(FindingCode code, int? message = null)
    {
        HasErrors |= FindingCodes.SeverityOf(code) == Severity.Error;
        log.Add(code, line, message);
    }
}
