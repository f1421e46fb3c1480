namespace Cosecha.Anonymization.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters only.</summary>
    Word,

    /// <summary>ASCII digits only.</summary>
    Number,

    /// <summary>Letters and digits run together, such as a passport number.</summary>
    Mixed,

    /// <summary>One mark of punctuation.</summary>
    Mark,

    /// <summary>Anything else, such as an emoji.</summary>
    Symbol,

    /// <summary>A placeholder that an earlier pass left, such as <c>[NAME]</c>.</summary>
    Placeholder,
}
