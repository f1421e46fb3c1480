using Cosecha.Catalog;

namespace Cosecha.Quality.Rules;

/// <summary>Every price in the text lies in the range of one of the products asked for, per kilogram or per pound.</summary>
internal sealed class PriceInRange(DomainCatalog catalog) : IQualityRule
{
    private const double KilogramsPerPound = 0.45359237;

    // Above this many times the dearest price, an amount without a unit is a sum, not a price.
    private const double SumFactor = 3;

    public string Reason => QualityReasons.PriceOutOfRange;

    public bool Holds(QualitySubject subject) =>
        subject.Label is null || subject.Text.Found.Where(f => f.Kind == DomainKind.Price).All(p => IsBelievable(p, subject));

    private bool IsBelievable(Found price, QualitySubject subject)
    {
        var unit = catalog.Units.Units.FirstOrDefault(u => u.Name == price.Value);
        if (price.Number is not { } amount || (price.Value is not null && unit is not { Kilograms: <= 1 }))
        {
            return true;
        }

        var ranges = Ranges(subject);
        if (unit is null)
        {
            var (least, most) = (ranges.Min(r => r.Min) * KilogramsPerPound, ranges.Max(r => r.Max));
            return (amount >= least && amount <= most) || amount > most * SumFactor || IsFreight(amount, subject);
        }

        var perKg = amount / unit.Kilograms;
        return ranges.Any(r => r.Contains(perKg)) || IsFreight(perKg, subject);
    }

    private List<NumberRange> Ranges(QualitySubject subject)
    {
        var named = subject.Items.Select(i => i.Product).ToHashSet(StringComparer.Ordinal);
        var ranges = catalog.Products.Products.Where(p => named.Contains(p.Name)).Select(p => p.PricePerKg).ToList();
        return ranges.Count > 0 ? ranges : [catalog.Products.OtherPricePerKg];
    }

    private bool IsFreight(double perKg, QualitySubject subject) =>
        perKg >= catalog.Freight.MinPerKg && perKg <= catalog.Freight.MaxPerKg && subject.Text.Tokens.Has(Mark.Freight);
}
