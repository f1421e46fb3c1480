namespace Cosecha.Datasets.Cleaning;

/// <summary>Judges pairs of examples by their texts, which it asks for again; the latest stay read.</summary>
internal sealed class PairJudge(FormReader reader, FormComparison comparison, Func<int, (string Question, string Answer)> textOf)
{
    private const int MostHeld = 16384;

    private readonly Dictionary<int, (TextForm Question, TextForm Answer)> _forms = [];

    public bool AreSame(int a, int b)
    {
        var (first, second) = (FormOf(a), FormOf(b));
        var careless = false;
        return comparison.AreSame(first.Question, second.Question, ref careless)
            && comparison.AreSame(first.Answer, second.Answer, ref careless);
    }

    private (TextForm Question, TextForm Answer) FormOf(int entry)
    {
        if (_forms.TryGetValue(entry, out var known))
        {
            return known;
        }

        if (_forms.Count == MostHeld)
        {
            _forms.Clear();
        }

        var (question, answer) = textOf(entry);
        return _forms[entry] = (reader.Read(question), reader.Read(answer));
    }
}
