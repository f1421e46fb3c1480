namespace Cosecha.Datasets.Cleaning;

/// <summary>Why cleaning leaves a line out.</summary>
public static class ExclusionReasons
{
    /// <summary>The same text as another line, but for case, space and punctuation.</summary>
    public const string ExactDuplicate = "exact_duplicate";

    /// <summary>Differs from another line in form only.</summary>
    public const string NearDuplicate = "near_duplicate";

    /// <summary>Its user has more lines than <see cref="ExportOptions.MaxPerUser"/>.</summary>
    public const string UserCap = "user_cap";

    /// <summary>Its intent has more lines than <see cref="ExportOptions.MaxPerIntent"/>.</summary>
    public const string IntentCap = "intent_cap";

    /// <summary>A validation line like one in training that only the last check found.</summary>
    public const string Crossing = "crossing_duplicate";
}
