namespace Cosecha.Anonymization.Names;

/// <summary>What the name model says of a unit.</summary>
internal enum NameTag : byte
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>Part of a person's name.</summary>
    Person,

    /// <summary>Part of a company's name.</summary>
    Org,
}
