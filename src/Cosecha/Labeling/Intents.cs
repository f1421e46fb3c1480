namespace Cosecha.Labeling;

/// <summary>The closed list of intents.</summary>
public static class Intents
{
    /// <summary>A price, freight cost or discount.</summary>
    public const string Pricing = "pricing";

    /// <summary>A quotation document, or an order.</summary>
    public const string Proforma = "proforma";

    /// <summary>Availability, sizes, packing, certificates.</summary>
    public const string ProductInfo = "product_info";

    /// <summary>A greeting and nothing else.</summary>
    public const string Greeting = "greeting";

    /// <summary>What the bot can do.</summary>
    public const string Help = "help";

    /// <summary>A person, a phone.</summary>
    public const string Contact = "contact";

    /// <summary>Everything else, bare fragments too.</summary>
    public const string Other = "other";

    /// <summary>All of them, the first that fits first.</summary>
    public static IReadOnlyList<string> All { get; } = [Proforma, Pricing, ProductInfo, Contact, Help, Greeting, Other];
}
