namespace Cosecha.AcceptanceTests;

/// <summary>Waits for what other processes and threads bring about, without guessing how long it takes.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    /// <exception cref="TimeoutException">It did not happen within a minute.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        while (!await condition())
        {
            if (limit.IsCancellationRequested)
                throw new TimeoutException($"Waited {Limit.TotalSeconds} s in vain: {what}");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }
}
