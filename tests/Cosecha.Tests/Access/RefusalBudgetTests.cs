using Cosecha.Access;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Access;

public sealed class RefusalBudgetTests
{
    [Fact]
    public void A_stranger_gets_no_more_entries_than_a_minute_has_and_the_next_minute_has_new_ones()
    {
        var clock = new FakeTimeProvider();
        var budget = new RefusalBudget(clock);
        Enumerable.Range(0, 1_000).Count(_ => budget.TryTake()).ShouldBe(RefusalBudget.PerMinute);
        clock.Advance(TimeSpan.FromMinutes(1));
        budget.TryTake().ShouldBeTrue();
    }
}
