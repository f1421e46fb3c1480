namespace Cosecha.Anonymization.Text;

/// <summary>
/// What already covers a token when the names are looked for: the business, or personal data of another type. The name model
/// sees the class instead of the words.
/// </summary>
internal enum TokenCover : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A product of the catalog.</summary>
    Product,

    /// <summary>A size, a packing or a percentage.</summary>
    Measure,

    /// <summary>A quantity.</summary>
    Quantity,

    /// <summary>A price.</summary>
    Price,

    /// <summary>A date or time.</summary>
    Date,

    /// <summary>A term of trade.</summary>
    Incoterm,

    /// <summary>A place: the only cover that a name may take over, for Santiago and Valencia are names too.</summary>
    Place,

    /// <summary>A business document.</summary>
    Document,

    /// <summary>A bank, a carrier, a certificate: business, and nobody's name.</summary>
    Brand,

    /// <summary>Personal data that another recognizer found.</summary>
    Personal,

    /// <summary>A name found before.</summary>
    Name,

    /// <summary>A company found before.</summary>
    Org,
}
