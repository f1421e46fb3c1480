using System.Collections.Frozen;
using Cosecha.Catalog;

namespace Cosecha.Quality.Rules;

/// <summary>Every size is one of the catalog.</summary>
internal sealed class SizeKnown(SizeCatalog sizes) : IQualityRule
{
    private readonly FrozenSet<string> _sizes = sizes.Sizes.ToFrozenSet(StringComparer.Ordinal);

    public string Reason => QualityReasons.UnknownSize;

    public bool Holds(QualitySubject subject) => subject.Items.All(i => i.Size is null || _sizes.Contains(i.Size));
}
