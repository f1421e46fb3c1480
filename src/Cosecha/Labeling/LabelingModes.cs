namespace Cosecha.Labeling;

/// <summary>Who labels: the closed list.</summary>
public static class LabelingModes
{
    /// <summary>The rules of the catalog; nothing leaves the app.</summary>
    public const string Rules = "rules";

    /// <summary>The language model.</summary>
    public const string Ai = "ai";

    /// <summary>The rules, and the language model where the rules are not sure enough.</summary>
    public const string Cascade = "cascade";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Rules, Ai, Cascade];
}
