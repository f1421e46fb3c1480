namespace Cosecha.Datasets.Cleaning;

/// <summary>What cleaning did.</summary>
/// <param name="Candidates">Lines that there were.</param>
/// <param name="Clusters">Groups of lines that say the same.</param>
/// <param name="LargestCluster">How many lines the largest of them had.</param>
/// <param name="Removed">Lines left out, by reason, see <see cref="ExclusionReasons"/>.</param>
public sealed record CleaningReport(int Candidates, int Clusters, int LargestCluster, IReadOnlyDictionary<string, int> Removed);
