using Cosecha.Anonymization.Recognizers;
using Cosecha.Anonymization.Text;
using Cosecha.Catalog;

namespace Cosecha.Anonymization;

/// <summary>
/// The first half of the anonymizer: cuts a message into tokens, marks what belongs to the business, and runs every recognizer that
/// needs no model. What is left uncovered may hold names.
/// </summary>
internal sealed class MessageReader(DomainReader reader, string catalog, AnonymizationOptions options)
{
    private readonly MessageTokenizer _tokenizer = new(WordLexicon.Load(catalog, options));
    private readonly BusinessCodes _codes = new();
    private readonly IRecognizer[] _recognizers =
    [
        new UrlRecognizer(),
        new EmailRecognizer(),
        new SpelledEmailRecognizer(),
        new HandleRecognizer(),
        new IpRecognizer(),
        new PositionRecognizer(),
        new CardRecognizer(),
        new AccountRecognizer(),
        new IdRecognizer(),
        new PhoneRecognizer(new PhonePlan(Path.Combine(catalog, "privacy", "phones.txt"))),
        new SpelledPhoneRecognizer(),
        new BirthDateRecognizer(),
        new AddressRecognizer(),
        new EnglishAddressRecognizer(),
        new LooseAddressRecognizer(),
        new DateStreetRecognizer(),
    ];

    /// <summary>Fills <paramref name="message"/> and <paramref name="findings"/> and marks the tokens that they cover.</summary>
    public void Read(string text, MessageText message, List<Finding> findings)
    {
        findings.Clear();
        _tokenizer.Run(message, text, reader.Read(text));
        _codes.Mark(message);
        foreach (var recognizer in _recognizers)
        {
            recognizer.Recognize(message, findings);
        }

        FindingResolver.Resolve(findings, message.Domain, options.Threshold);
        var next = 0;
        foreach (var finding in findings)
        {
            next = message.Cover(next, finding.Start, finding.End, TokenCover.Personal);
        }
    }
}
