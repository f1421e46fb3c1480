namespace Cosecha.Datasets.Cleaning;

/// <summary>A text as it is compared: its facts, which must be equal, and its other words, which may differ in form.</summary>
/// <param name="Facts">All facts in one string, see <see cref="FactOrder"/>.</param>
/// <param name="Words">The other words, in order.</param>
/// <param name="IsOrdered">Whether the order of the words bears meaning.</param>
internal sealed record TextForm(string Facts, FormWord[] Words, bool IsOrdered);
