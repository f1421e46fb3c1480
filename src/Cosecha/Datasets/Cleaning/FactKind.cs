namespace Cosecha.Datasets.Cleaning;

/// <summary>What a fact is about. Two facts of one kind make a list, whose order assigns the one to the other.</summary>
internal enum FactKind
{
    Size,
    Product,
    Place,
    Incoterm,
    Document,
    Placeholder,
    Date,
    Day,
    Percent,
    Quantity,
    Packing,
    Price,
    Number,
    Unit,
    Negation,
}
