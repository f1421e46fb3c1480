namespace Cosecha.Catalog;

/// <summary>One unit in which goods are counted or weighed.</summary>
/// <param name="Name">Canonical name, such as <c>kg</c>.</param>
/// <param name="Kilograms">What one weighs, in kilograms; a usual weight where it is a packing.</param>
/// <param name="Largest">The greatest quantity in this unit that is plausible in one order.</param>
/// <param name="Forms">What people write.</param>
/// <param name="Packing">Whether it only describes packings and never an order's quantity.</param>
public sealed record Unit(string Name, double Kilograms, double Largest, IReadOnlyList<string> Forms, bool Packing = false);
