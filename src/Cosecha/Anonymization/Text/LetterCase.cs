namespace Cosecha.Anonymization.Text;

/// <summary>How the letters of a word are cased.</summary>
internal enum LetterCase : byte
{
    /// <summary>No cased letter.</summary>
    None,

    /// <summary>All small.</summary>
    Lower,

    /// <summary>The first is a capital, the others small.</summary>
    Title,

    /// <summary>All capitals, two or more.</summary>
    Upper,

    /// <summary>Any other mixture.</summary>
    Other,
}
