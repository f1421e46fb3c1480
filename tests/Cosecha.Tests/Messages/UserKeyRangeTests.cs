using Cosecha.Messages;

namespace Cosecha.Tests.Messages;

public sealed class UserKeyRangeTests
{
    [Fact]
    public void Every_key_known_or_not_lies_in_exactly_one_range_and_the_ranges_are_in_order()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var known = Enumerable.Range(0, random.Next(0, 60)).Select(_ => Key(random)).ToList();
            var ranges = UserKeyRange.Split(known, random.Next(1, 40));
            foreach (var key in known.Append("").Append("~").Append(Key(random)))
            {
                ranges.Count(r => r.Contains(key)).ShouldBe(1);
            }

            ranges[0].First.ShouldBeNull();
            ranges[^1].End.ShouldBeNull();
            ranges.Skip(1).Select(r => r.First).ShouldBe(ranges.SkipLast(1).Select(r => r.End));
            ranges.Skip(1).Select(r => r.First).ShouldBe(ranges.Skip(1).Select(r => r.First).Order(StringComparer.Ordinal).Distinct());
        }
    }

    [Fact]
    public void Ranges_hold_about_equally_many_users()
    {
        var keys = Enumerable.Range(0, 1_000).Select(i => $"{i:D4}").ToList();
        var ranges = UserKeyRange.Split(keys, 8);
        ranges.Count.ShouldBe(8);
        ranges.ShouldAllBe(r => keys.Count(r.Contains) == 125);
    }

    [Fact]
    public void Without_users_there_is_one_range_with_everything() => UserKeyRange.Split([], 8).ShouldBe([UserKeyRange.All]);

    private static string Key(Random random) => $"{random.Next(300):x8}-{random.Next(3):x8}";
}
