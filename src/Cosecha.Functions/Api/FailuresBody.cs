using Cosecha.Azure;
using Cosecha.Failures;

namespace Cosecha.Functions.Api;

/// <summary>Answer of <c>GET /api/failures</c>.</summary>
/// <param name="Poison">Queue messages in the poison queue of each queue, about right. What a killed process left there has no failure below.</param>
/// <param name="Failures">Open failures, the last to fail first.</param>
/// <param name="More">How many older ones there are.</param>
internal sealed record FailuresBody(IReadOnlyDictionary<string, int> Poison, IReadOnlyList<Failure> Failures, int More)
{
    private const int Most = 500;

    public static FailuresBody Of(IReadOnlyCollection<Failure> open, IReadOnlyDictionary<string, int> depths) =>
        new(
            StorageNames.Queues.ToDictionary(q => q, q => depths[q + StorageNames.PoisonSuffix]),
            [.. open.OrderByDescending(f => f.LastAt).Take(Most)],
            Math.Max(0, open.Count - Most)
        );
}
