namespace Cosecha.Anonymization;

/// <summary>The types of personal data and their placeholders.</summary>
public static class PiiTypes
{
    /// <summary>A person's name.</summary>
    public const string Person = "PERSON";

    /// <summary>A phone number, a link to one too.</summary>
    public const string Phone = "PHONE";

    /// <summary>An e-mail address, spelled out too.</summary>
    public const string Email = "EMAIL";

    /// <summary>A street address or a postal code.</summary>
    public const string Address = "ADDRESS";

    /// <summary>A national, tax or travel document's number.</summary>
    public const string Id = "ID";

    /// <summary>A payment card.</summary>
    public const string Card = "CARD";

    /// <summary>A bank account.</summary>
    public const string Account = "ACCOUNT";

    /// <summary>A personal profile.</summary>
    public const string Url = "URL";

    /// <summary>A name on a social network.</summary>
    public const string Handle = "HANDLE";

    /// <summary>An internet address.</summary>
    public const string Ip = "IP";

    /// <summary>A position: coordinates or a link to a map.</summary>
    public const string Geo = "GEO";

    /// <summary>A date of birth.</summary>
    public const string BirthDate = "DOB";

    /// <summary>The customer's company.</summary>
    public const string Org = "ORG";

    private static readonly Dictionary<string, string> s_words = new(StringComparer.Ordinal)
    {
        [Person] = "NAME",
        [Phone] = "PHONE",
        [Email] = "EMAIL",
        [Address] = "ADDRESS",
        [Id] = "ID",
        [Card] = "CARD",
        [Account] = "ACCOUNT",
        [Url] = "URL",
        [Handle] = "HANDLE",
        [Ip] = "IP",
        [Geo] = "LOCATION",
        [BirthDate] = "DATE",
        [Org] = "ORG",
    };

    private static readonly Dictionary<string, string> s_placeholders = s_words.ToDictionary(
        pair => pair.Key,
        pair => $"[{pair.Value}]",
        StringComparer.Ordinal
    );

    /// <summary>All types.</summary>
    public static IReadOnlyCollection<string> All => s_words.Keys;

    /// <summary>The placeholder of a type, such as <c>[PHONE]</c>.</summary>
    /// <exception cref="KeyNotFoundException">The type is not one of <see cref="All"/>.</exception>
    public static string Placeholder(string type) => s_placeholders[type];

    /// <summary>The word of a type's placeholder, such as <c>PHONE</c>.</summary>
    /// <exception cref="KeyNotFoundException">The type is not one of <see cref="All"/>.</exception>
    public static string Word(string type) => s_words[type];

    /// <summary>
    /// The length of the placeholder at the start of <paramref name="text"/>, with its number or hash when it has one
    /// (<c>[NAME_1]</c>); 0 when there is none. Later passes and the other stages leave placeholders alone.
    /// </summary>
    public static int PlaceholderLength(ReadOnlySpan<char> text)
    {
        var close = text[..Math.Min(text.Length, 40)].IndexOf(']');
        if (close < 3 || text[0] != '[')
        {
            return 0;
        }

        var inner = text[1..close];
        var mark = inner.IndexOf('_');
        var word = mark < 0 ? inner : inner[..mark];
        var suffix = mark < 0 ? "0" : inner[(mark + 1)..];
        if (suffix.IsEmpty || suffix.ContainsAnyExcept(s_suffix))
        {
            return 0;
        }

        foreach (var known in s_words.Values)
        {
            if (word.SequenceEqual(known))
            {
                return close + 1;
            }
        }

        return 0;
    }

    private static readonly System.Buffers.SearchValues<char> s_suffix = System.Buffers.SearchValues.Create("0123456789abcdef");
}
