namespace Cosecha.Anonymization.Text;

/// <summary>The lists of <c>catalog/names</c> and <c>catalog/privacy</c>. A word may be in several.</summary>
[Flags]
internal enum WordFlags : long
{
    /// <summary>In no list.</summary>
    None = 0,

    /// <summary>A given name.</summary>
    Given = 1L << 0,

    /// <summary>A family name.</summary>
    Family = 1L << 1,

    /// <summary>A frequent word of one of the languages.</summary>
    Ordinary = 1L << 2,

    /// <summary>A name that is an ordinary word or a place too.</summary>
    Ambiguous = 1L << 3,

    /// <summary>Announces a phone number.</summary>
    PhoneCue = 1L << 4,

    /// <summary>Announces an identity document.</summary>
    IdCue = 1L << 5,

    /// <summary>Announces a bank account.</summary>
    AccountCue = 1L << 6,

    /// <summary>Announces a payment card.</summary>
    CardCue = 1L << 7,

    /// <summary>Announces a date of birth.</summary>
    BirthCue = 1L << 8,

    /// <summary>Announces a business number, which stays.</summary>
    BusinessCue = 1L << 9,

    /// <summary>Announces an address.</summary>
    AddressCue = 1L << 10,

    /// <summary>Opens a street address, such as <c>Av.</c></summary>
    Street = 1L << 11,

    /// <summary>Closes the street name of an English address, such as <c>Blvd</c>.</summary>
    StreetSuffix = 1L << 12,

    /// <summary>A part of an address, such as <c>piso</c>.</summary>
    AddressPart = 1L << 13,

    /// <summary>A direction in an address, such as <c>NW</c>.</summary>
    Direction = 1L << 14,

    /// <summary>A title or profession before a name, such as <c>Ing.</c></summary>
    Title = 1L << 15,

    /// <summary>A title that hardly stands without a name, such as <c>Sra.</c></summary>
    Honorific = 1L << 16,

    /// <summary>A small word inside names, such as <c>de la</c>.</summary>
    Particle = 1L << 17,

    /// <summary>Opens a company's name, such as <c>Importadora</c>.</summary>
    OrgHead = 1L << 18,

    /// <summary>Closes a company's name, such as <c>LLC</c>.</summary>
    OrgTail = 1L << 19,

    /// <summary>Announces a company.</summary>
    OrgCue = 1L << 20,

    /// <summary>A month.</summary>
    Month = 1L << 21,

    /// <summary>A digit in words.</summary>
    DigitWord = 1L << 22,

    /// <summary>A number of ten and more in words.</summary>
    NumberWord = 1L << 23,

    /// <summary>The at sign in words.</summary>
    AtWord = 1L << 24,

    /// <summary>The dot in words.</summary>
    DotWord = 1L << 25,

    /// <summary>A top-level domain.</summary>
    Tld = 1L << 26,

    /// <summary>A provider of personal mail.</summary>
    MailHost = 1L << 27,

    /// <summary>A site of personal profiles.</summary>
    ProfileHost = 1L << 28,

    /// <summary>A site of maps.</summary>
    MapHost = 1L << 29,

    /// <summary>A site whose links hold a phone number.</summary>
    ChatHost = 1L << 30,

    /// <summary>Introduces a person, such as <c>soy</c> or <c>Dear</c>.</summary>
    Introduction = 1L << 31,

    /// <summary>On the allow list of the settings: never redacted as a name.</summary>
    Allowed = 1L << 32,

    /// <summary>On the deny list of the settings: always redacted.</summary>
    Denied = 1L << 33,

    /// <summary>A word of places' names, many of which are names of persons too.</summary>
    PlaceWord = 1L << 34,

    /// <summary>A social network or messenger, after which a user's name may stand.</summary>
    Network = 1L << 35,

    /// <summary>Announces a program's version, which looks like an internet address.</summary>
    VersionCue = 1L << 36,

    /// <summary>The letters of a state of the USA, before a ZIP code.</summary>
    UsState = 1L << 37,

    /// <summary>May begin a phrase of <see cref="Phrases"/>.</summary>
    PhraseHead = 1L << 38,

    /// <summary>In a dictionary of one of the languages, but not among its frequent words.</summary>
    Dictionary = 1L << 39,

    /// <summary>Stands between a phone number and its extension.</summary>
    Extension = 1L << 40,

    /// <summary>Announces the alias of a bank account.</summary>
    AliasCue = 1L << 41,

    /// <summary>Announces the number of a bank's branch.</summary>
    BranchCue = 1L << 42,

    /// <summary>A bank, or a word that stands before an account of one.</summary>
    Bank = 1L << 43,

    /// <summary>Announces a bank's own code, which stays.</summary>
    BankCode = 1L << 44,

    /// <summary>Speaks of air freight.</summary>
    AirCue = 1L << 45,

    /// <summary>A post box.</summary>
    PostBox = 1L << 46,

    /// <summary>Opens the name of a street whose number stands before it.</summary>
    NumberedStreet = 1L << 47,

    /// <summary>Stands between a house number and its street, such as <c>bis</c>.</summary>
    NumberSuffix = 1L << 48,

    /// <summary>Closes the name of an English street when it has a capital.</summary>
    CapitalSuffix = 1L << 49,

    /// <summary>Opens an address before the street, such as <c>Unit 5</c>.</summary>
    UnitHead = 1L << 50,

    /// <summary>Says of a zone that it is one of industry.</summary>
    Site = 1L << 51,

    /// <summary>A zone, a park or an estate of industry.</summary>
    Zone = 1L << 52,

    /// <summary>Stands between the parts of a date.</summary>
    DateJoint = 1L << 53,

    /// <summary>Announces coordinates.</summary>
    GeoCue = 1L << 54,

    /// <summary>Stands between a network and a user's name.</summary>
    HandleJoint = 1L << 55,

    /// <summary>A floor or side that needs no number.</summary>
    Floor = 1L << 56,

    /// <summary>Joins the two streets of a corner.</summary>
    Crossing = 1L << 57,

    /// <summary>A name that is seldom met.</summary>
    RareName = 1L << 58,

    /// <summary>Set on a token of a message, not in a list: it goes on with a phrase of <see cref="Phrases"/>.</summary>
    PhraseInner = 1L << 59,
}
