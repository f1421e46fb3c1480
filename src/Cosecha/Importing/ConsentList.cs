using Cosecha.Consent;

namespace Cosecha.Importing;

/// <summary>Who consented, as the operator knows it. Whoever is not in it did not.</summary>
public sealed class ConsentList
{
    private readonly Dictionary<string, ListedConsent> _consents = new(StringComparer.Ordinal);

    private ConsentList() { }

    /// <summary>How many users it has.</summary>
    public int Count => _consents.Count;

    /// <summary>Reads a list.</summary>
    /// <param name="text">CSV with a line of names, or JSON lines.</param>
    /// <param name="isJson">Which of both.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidDataException">A line is not right; the list as a whole is refused, since nothing about consent is guessed.</exception>
    public static async Task<ConsentList> ReadAsync(TextReader text, bool isJson, CancellationToken cancellationToken)
    {
        var list = new ConsentList();
        var rows = isJson ? ConsentRows.ReadJsonAsync(text, cancellationToken) : ConsentRows.ReadCsvAsync(text, cancellationToken);
        await foreach (var row in rows)
        {
            var consent = row.ToConsent();
            if (!list._consents.TryAdd(Pseudonyms.Canonical(consent.UserId), consent))
            {
                throw new InvalidDataException($"Line {consent.Line} of the consent list: this user has a line already.");
            }
        }

        return list;
    }

    /// <summary>The user's consent, however a phone number is written; null for a user who is not in the list.</summary>
    public ListedConsent? Find(string userId) => _consents.GetValueOrDefault(Pseudonyms.Canonical(userId));
}
