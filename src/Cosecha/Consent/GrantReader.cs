using System.Text.Json;
using Cosecha.Catalog;
using Cosecha.Requests;

namespace Cosecha.Consent;

/// <summary>Reads the body of <c>PUT /api/consents/{userId}</c>. A yes counts only for a text that was shown, so the text must be one that the catalog knows.</summary>
public sealed class GrantReader(ConsentTexts texts)
{
    private const int MaxBytes = 16 * 1024;

    /// <summary>Reads the body. Whatever it is, the answer is a value.</summary>
    public async Task<GrantReading> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var json = await JsonBody.ReadAsync(body, MaxBytes, cancellationToken);
        using var document = json.Document;
        return document is null ? new(null, json.Error) : Read(document.RootElement);
    }

    private GrantReading Read(JsonElement root)
    {
        var fields = new Fields(root);
        var version = fields.RequiredId("textVersion");
        var language = fields.RequiredId("language");
        var channel = fields.Channel();
        if (fields.Error is null && !texts.Texts.Any(t => t.Version == version))
        {
            fields.Fail("textVersion", $"is not a version of the consent text; the current one is {texts.Current}");
        }

        if (fields.Error is null && texts.Find(version, language) is null)
        {
            fields.Fail("language", "is not a language of this version of the consent text");
        }

        return fields.Error is null ? new(new(version, language, channel), null) : new(null, fields.Error);
    }
}
