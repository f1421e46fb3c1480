namespace Cosecha.Datasets.Cleaning;

/// <summary>
/// Writes facts so that equal strings say the same. One fact of each kind may stand in any order ("Vigo, 16/20" is "16/20, Vigo"); as soon as there
/// are two of a kind, their order says what belongs to what ("5 t de 16/20 y 8 t de 21/25"), and only where and when of the whole may still move.
/// </summary>
internal static class FactOrder
{
    public static bool IsList(IReadOnlyList<Fact> facts) => ListKinds(facts).Count > 0;

    public static string Write(IReadOnlyList<Fact> facts)
    {
        var lists = ListKinds(facts);
        if (lists.Count == 0)
        {
            return Join(facts.Order(ByValue));
        }

        var first = IndexOf(facts, lists);
        var last = facts.Count - 1 - IndexOf([.. facts.Reverse()], lists);
        var (before, after) = (facts.Take(first).ToList(), facts.Skip(last + 1).ToList());
        return string.Join(
            '\n',
            Join(before.Where(f => !IsFree(f.Kind)).Order(ByValue)),
            Join(facts.Skip(first).Take(last + 1 - first)),
            Join(after.Where(f => !IsFree(f.Kind)).Order(ByValue)),
            Join(before.Concat(after).Where(f => IsFree(f.Kind)).Order(ByValue))
        );
    }

    private static int IndexOf(IReadOnlyList<Fact> facts, HashSet<FactKind> kinds)
    {
        var index = 0;
        while (!kinds.Contains(facts[index].Kind))
        {
            index++;
        }

        return index;
    }

    // The kind may depend on how a number is announced, the value does not.
    private static readonly Comparer<Fact> ByValue = Comparer<Fact>.Create(static (a, b) => string.CompareOrdinal(a.Value, b.Value));

    private static HashSet<FactKind> ListKinds(IReadOnlyList<Fact> facts) =>
        [.. facts.Distinct().GroupBy(f => f.Kind).Where(g => g.Key != FactKind.Negation && g.Skip(1).Any()).Select(g => g.Key)];

    private static bool IsFree(FactKind kind) =>
        kind is FactKind.Place or FactKind.Incoterm or FactKind.Date or FactKind.Day or FactKind.Placeholder or FactKind.Document;

    private static string Join(IEnumerable<Fact> facts) => string.Join('|', facts.Select(f => f.Value));
}
