using Cosecha.Catalog;

namespace Cosecha.Quality.Rules;

/// <summary>Every quantity has a unit of the catalog and is not beyond what one order can hold.</summary>
internal sealed class QuantityPlausible(UnitCatalog units) : IQualityRule
{
    public string Reason => QualityReasons.QuantityImplausible;

    public bool Holds(QualitySubject subject) => subject.Items.All(IsPlausible);

    private bool IsPlausible(Labeling.LabelItem item)
    {
        if (item.Quantity is not { } quantity)
        {
            return item.QuantityUnit is null;
        }

        var unit = units.Units.FirstOrDefault(u => u.Name == item.QuantityUnit);
        return unit is not null && double.IsFinite(quantity) && quantity <= unit.Largest;
    }
}
