namespace Cosecha.Anonymization.Names;

/// <summary>One unit of a message for the name model.</summary>
internal struct NameUnit
{
    /// <summary>The first token.</summary>
    public int First;

    /// <summary>The last token.</summary>
    public int Last;

    /// <summary>What kind of unit it is: its lists, its casing, or what covers it.</summary>
    public uint Class;

    /// <summary>The same as <see cref="Class"/> without the casing.</summary>
    public uint Kind;

    /// <summary>The word itself where words may be learned; else the class, so that no name is learned by heart.</summary>
    public uint Word;

    /// <summary>A line break stands before it.</summary>
    public bool LineBefore;

    /// <summary>It is a name found before.</summary>
    public bool IsFound;

    /// <summary>It may be part of a name.</summary>
    public bool CanBeName;

    /// <summary>It may be part of a name only behind another part: a mark, or a word that the language is full of.</summary>
    public bool OnlyInside;

    /// <summary>Some list holds it.</summary>
    public bool IsListed;

    /// <summary>What the model says of it.</summary>
    public NameTag Tag;

    /// <summary>By how much the model prefers the tag.</summary>
    public float Margin;
}
