namespace Cosecha.Consent;

/// <summary>The codes of <see cref="ConsentPurposes"/> in the API, in the catalog and in storage.</summary>
public static class PurposeCodes
{
    private static readonly IReadOnlyDictionary<string, ConsentPurposes> s_purposes = new Dictionary<string, ConsentPurposes>
    {
        ["training"] = ConsentPurposes.Training,
        ["retrieval"] = ConsentPurposes.Retrieval,
    };

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> All { get; } = [.. s_purposes.Keys];

    /// <summary>The codes of purposes.</summary>
    public static IReadOnlyList<string> Of(ConsentPurposes purposes) => [.. All.Where(code => purposes.HasFlag(s_purposes[code]))];

    /// <summary>The purposes of codes; null when one is unknown.</summary>
    public static ConsentPurposes? Parse(IEnumerable<string?> codes)
    {
        var purposes = ConsentPurposes.None;
        foreach (var code in codes)
        {
            if (code is null || !s_purposes.TryGetValue(code, out var purpose))
            {
                return null;
            }

            purposes |= purpose;
        }

        return purposes;
    }
}
