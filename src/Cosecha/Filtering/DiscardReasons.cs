namespace Cosecha.Filtering;

/// <summary>The closed list of reasons for which a message is filtered out.</summary>
public static class DiscardReasons
{
    /// <summary>No text.</summary>
    public const string Empty = "empty";

    /// <summary>Under five characters without a product, size or other entity.</summary>
    public const string TooShort = "too_short";

    /// <summary>A greeting or thanks and nothing else.</summary>
    public const string Greeting = "greeting";

    /// <summary>An "ok" and nothing else.</summary>
    public const string Acknowledgement = "acknowledgement";

    /// <summary>A glazing, a destination or a quantity without a product, a size or a request.</summary>
    public const string Fragment = "fragment";

    /// <summary>No product, no size and no clear business request.</summary>
    public const string Irrelevant = "irrelevant";

    /// <summary>Longer than a queue message once its redactions or its label are added: of no use as an example either.</summary>
    public const string TooLong = "too_long";

    /// <summary>More placeholders than words: of no use as training data.</summary>
    public const string MostlyPersonal = "mostly_personal";
}
