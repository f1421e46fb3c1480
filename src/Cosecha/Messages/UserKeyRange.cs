namespace Cosecha.Messages;

/// <summary>A stretch of user keys in ordinal order.</summary>
/// <param name="First">The first key that may be in it; null for no limit.</param>
/// <param name="End">The first key behind it; null for no limit.</param>
public sealed record UserKeyRange(string? First, string? End)
{
    /// <summary>All keys.</summary>
    public static UserKeyRange All { get; } = new(null, null);

    /// <summary>Whether a key lies in it.</summary>
    public bool Contains(string userKey) =>
        (First is null || string.CompareOrdinal(userKey, First) >= 0) && (End is null || string.CompareOrdinal(userKey, End) < 0);

    /// <summary>Cuts the keys there are into ranges of about equal numbers of users that follow each other and leave no key out, known or not.</summary>
    /// <param name="userKeys">Keys of users, in any order.</param>
    /// <param name="count">How many ranges at most.</param>
    public static IReadOnlyList<UserKeyRange> Split(IEnumerable<string> userKeys, int count)
    {
        var keys = userKeys.Distinct().Order(StringComparer.Ordinal).ToArray();
        string?[] cuts =
        [
            null,
            .. Enumerable.Range(1, count - 1).Select(i => (long)i * keys.Length / count).Where(i => i > 0).Distinct().Select(i => keys[i]),
            null,
        ];
        return [.. cuts.Zip(cuts.Skip(1), (first, end) => new UserKeyRange(first, end))];
    }
}
