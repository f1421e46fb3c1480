namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Queue messages that nobody of us has sent.</summary>
[Collection("poison queues")]
public sealed class RefusalTests(AppFixture app)
{
    [Theory]
    [InlineData("captured")]
    [InlineData("anonymized")]
    [InlineData("labeled")]
    public async Task What_cannot_be_read_is_settled_with_a_reason_and_blocks_nothing(string queue)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var storage = new Storage(app.ConnectionString);
        var before = await RefusedAsync(cancellation);
        var unreadable = new[]
        {
            $"not json {Ids.Next()}",
            $"{{\"schema\":99,\"id\":\"{Ids.Next()}\"}}",
            $"{{\"schema\":1,\"id\":\"{Ids.Next()}\"}}",
        };
        foreach (var payload in unreadable)
        {
            await storage.SendAsync(queue, payload, cancellation);
        }

        await app.Api.DrainAsync(cancellation);
        await Eventually.TrueAsync(
            // An erasure or a redrive of another test may be looking at them.
            async () => !unreadable.Except(await storage.PeekAsync($"{queue}-poison", cancellation)).Any(),
            "they are in the poison queue"
        );
        var after = await RefusedAsync(cancellation);
        foreach (var reason in (string[])["not_json", "unknown_schema", "malformed"])
        {
            (after[reason] - before[reason]).ShouldBeGreaterThanOrEqualTo(1);
        }
    }

    private async Task<Dictionary<string, int>> RefusedAsync(CancellationToken cancellationToken)
    {
        var days = (await app.Api.GetAsync("metrics", cancellationToken))["days"]!.AsArray();
        var counts = days.Select(d => d!["counts"]!.AsObject()).ToList();
        return ((string[])["not_json", "unknown_schema", "malformed"]).ToDictionary(
            r => r,
            r => counts.Sum(c => c.TryGetPropertyValue($"refused.{r}", out var n) ? (int)n! : 0)
        );
    }
}
