namespace Cosecha.Ai;

/// <summary>Runs what may ask the language model about many messages, some at a time.</summary>
internal static class Together
{
    /// <summary>More than the calls that run at once, so that these are the bound; few enough that a failure spares most of a batch.</summary>
    private const int AtOnce = 16;

    /// <summary>All results in order. After the first failure nothing more is begun: it would fail too. What runs goes on, and its answer is kept.</summary>
    public static async Task<IReadOnlyList<TOut>> RunAsync<TIn, TOut>(
        IReadOnlyList<TIn> all,
        Func<TIn, CancellationToken, Task<TOut>> run,
        CancellationToken cancellationToken
    )
    {
        var results = new TOut[all.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, all.Count),
            options,
            async (i, _) => results[i] = await run(all[i], cancellationToken)
        );
        return results;
    }
}
