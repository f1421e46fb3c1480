using System.Globalization;

namespace Cosecha.Benchmarks.Cost;

/// <summary>The tables of docs/cost.md.</summary>
internal static class CostTables
{
    /// <summary>What a message causes, a line each.</summary>
    public static IEnumerable<string> Usage(IReadOnlyList<MessageUsage> usages) =>
        MessageUsage.Lines.Select(l => Line(l.Name, usages.Select(u => l.Of(u).ToString(l.Format, CultureInfo.InvariantCulture))));

    /// <summary>What a million messages cost, a line each.</summary>
    public static IEnumerable<string> Prices(IReadOnlyList<MessageUsage> usages) =>
        MillionMessages.Lines.Select(l => Line(l.Name, usages.Select(u => Dollars(l.Of(new(u))))));

    /// <summary>An amount in USD.</summary>
    public static string Dollars(double amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    public static void Print(IReadOnlyList<MessageUsage> usages)
    {
        foreach (var line in Usage(usages).Append("").Concat(Prices([.. usages.Select(u => u.Rounded())])))
        {
            Console.WriteLine(line);
        }
    }

    private static string Line(string name, IEnumerable<string> values) => $"| {name} | {string.Join(" | ", values)} |";
}
