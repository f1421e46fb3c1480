namespace Cosecha.Catalog;

/// <summary>The kinds of stretches that the reader of the domain knows.</summary>
public enum DomainKind
{
    /// <summary>A product, with its canonical name.</summary>
    Product,

    /// <summary>A size, with its canonical form.</summary>
    Size,

    /// <summary>A percentage, glazing or another.</summary>
    Percentage,

    /// <summary>A number with a unit of weight or packing.</summary>
    Quantity,

    /// <summary>An amount of money.</summary>
    Price,

    /// <summary>A date or a time of day.</summary>
    Date,

    /// <summary>A term of trade such as CFR.</summary>
    Incoterm,

    /// <summary>A place, with its canonical name.</summary>
    Place,

    /// <summary>A packing such as 10x2 kg.</summary>
    Packing,

    /// <summary>A business document's number: invoice, container, bill of lading, lot.</summary>
    Document,
}
