namespace Cosecha.Datasets.Cleaning;

/// <summary>Judges pairs of examples by their texts, which it asks for again. The latest texts stay read, and the latest noes are remembered.</summary>
internal sealed class PairJudge(FormReader reader, FormComparison comparison, Func<int, (string Question, string Answer)> textOf)
{
    private const int MostForms = 1 << 13;
    private const int MostNoes = 1 << 18;
    private const ulong Odd = 0x9E3779B97F4A7C15;

    private readonly (int Example, TextForm Question, TextForm Answer)[] _forms = new (int, TextForm, TextForm)[MostForms];
    private readonly ulong[] _noes = new ulong[MostNoes];

    public bool AreSame(int a, int b)
    {
        // Two different examples never make 0, the value of an empty place.
        var pair = ((ulong)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
        ref var no = ref _noes[(pair * Odd) >> 46];
        if (no == pair)
        {
            return false;
        }

        var (first, second) = (FormOf(a), FormOf(b));
        var careless = false;
        var same =
            comparison.AreSame(first.Question, second.Question, ref careless)
            && comparison.AreSame(first.Answer, second.Answer, ref careless);
        no = same ? no : pair;
        return same;
    }

    private (int Example, TextForm Question, TextForm Answer) FormOf(int example)
    {
        ref var held = ref _forms[example & (MostForms - 1)];
        if (held.Question is null || held.Example != example)
        {
            var (question, answer) = textOf(example);
            held = (example, reader.Read(question), reader.Read(answer));
        }

        return held;
    }
}
