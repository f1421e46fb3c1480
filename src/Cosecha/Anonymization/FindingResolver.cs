using Cosecha.Catalog;

namespace Cosecha.Anonymization;

/// <summary>Makes of all findings the spans to replace: none overlaps another, none cuts a stretch of the business.</summary>
internal static class FindingResolver
{
    /// <summary>The score from which a finding may take in a stretch of the business that lies within it, such as a size inside an IBAN.</summary>
    private const double Certain = 0.85;

    /// <summary>
    /// Sorts the findings and keeps what counts: a container before what it contains, then the higher score; two that cut each other
    /// become one, so that no rest of either remains.
    /// </summary>
    /// <param name="findings">The findings; on return those to replace, in order of position.</param>
    /// <param name="domain">The stretches of the business, in order of position.</param>
    /// <param name="threshold">Findings below this score are dropped.</param>
    public static void Resolve(List<Finding> findings, IReadOnlyList<DomainSpan> domain, double threshold)
    {
        findings.RemoveAll(finding => finding.Score < threshold || finding.Length <= 0);
        findings.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        RemoveBlocked(findings, domain);
        var kept = 0;
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            if (kept > 0 && finding.Start < findings[kept - 1].End)
            {
                findings[kept - 1] = Join(findings[kept - 1], finding);
            }
            else
            {
                findings[kept++] = finding;
            }
        }

        findings.RemoveRange(kept, findings.Count - kept);
    }

    private static Finding Join(Finding first, Finding second)
    {
        var contained = second.End <= first.End && second.Length < first.Length;
        var better = contained || first.Score >= second.Score ? first : second;
        return better with { Start = first.Start, End = Math.Max(first.End, second.End) };
    }

    private static void RemoveBlocked(List<Finding> findings, IReadOnlyList<DomainSpan> domain)
    {
        var (kept, next) = (0, 0);
        for (var i = 0; i < findings.Count; i++)
        {
            while (next < domain.Count && domain[next].End <= findings[i].Start)
            {
                next++;
            }

            if (!IsBlocked(findings[i], domain, next))
            {
                findings[kept++] = findings[i];
            }
        }

        findings.RemoveRange(kept, findings.Count - kept);
    }

    private static bool IsBlocked(Finding finding, IReadOnlyList<DomainSpan> domain, int next)
    {
        for (var i = next; i < domain.Count && domain[i].Start < finding.End; i++)
        {
            if (domain[i].End > finding.Start && !MayTake(finding, domain[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayTake(Finding finding, DomainSpan span)
    {
        var contains = finding.Start <= span.Start && finding.End >= span.End;
        return span.Kind switch
        {
            DomainKind.Place => contains,
            DomainKind.Date when finding.Type == PiiTypes.BirthDate => true,

            // "9 de Octubre" is a street in many towns, "Mayo" a name.
            DomainKind.Date when finding.Type is PiiTypes.Person or PiiTypes.Org or PiiTypes.Address => contains,
            _ => contains && finding.Score >= Certain,
        };
    }
}
