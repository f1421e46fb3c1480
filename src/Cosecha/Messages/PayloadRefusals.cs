namespace Cosecha.Messages;

/// <summary>The closed list of reasons for which a queue message is refused. Trying again would not help.</summary>
public static class PayloadRefusals
{
    /// <summary>Not JSON at all.</summary>
    public const string NotJson = "not_json";

    /// <summary>A schema version that this build does not know: a newer one wrote it. Redrive it once this build is gone.</summary>
    public const string UnknownSchema = "unknown_schema";

    /// <summary>JSON of the right version, but not of its shape.</summary>
    public const string Malformed = "malformed";
}
