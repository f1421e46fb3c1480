using Cosecha.Capture;
using Cosecha.Catalog;
using Cosecha.Requests;

namespace Cosecha.Consent;

/// <summary>Reads the body of <c>PUT /api/consents/{userId}</c>. An answer counts only for a text that was shown, so the text must be one that the catalog knows.</summary>
public sealed class AnswerReader(ConsentTexts texts, SafeId safeId, TimeProvider clock)
{
    private const int MaxBytes = 16 * 1024;

    /// <summary>How far the bot's clock may be ahead of ours.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromMinutes(5);

    /// <summary>Reads the body. Whatever it is, the answer is a value.</summary>
    public async Task<AnswerReading> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var json = await JsonBody.ReadAsync(body, MaxBytes, cancellationToken);
        using var document = json.Document;
        return document is null ? new(null, json.Error) : Read(new Fields(document.RootElement));
    }

    private AnswerReading Read(Fields fields)
    {
        var text = ReadText(fields);
        var granted = fields.Flag("granted", otherwise: true);
        var channel = fields.Channel();
        var evidence = fields.OptionalId("evidenceMessageId");
        var purposes = ReadPurposes(fields);
        var at = fields.Time("at", clock.GetUtcNow() + MaxAhead, "lies more than five minutes ahead");
        if (at < DateTimeOffset.UnixEpoch)
        {
            // Table Storage knows no time before 1601, and there were no chats.
            fields.Fail("at", "lies before 1970");
        }

        if (fields.Error is not null)
        {
            return new(null, fields.Error);
        }

        var safeEvidence = evidence is null ? null : safeId.Of(evidence);
        var answer = new ConsentAnswer(granted, text!.Version, text.Language, text.Hash(), channel, safeEvidence, purposes, at);
        return new(evidence is null ? answer : answer with { FormerEvidenceIds = safeId.AllOf(evidence) }, null);
    }

    private ConsentText? ReadText(Fields fields)
    {
        var version = fields.RequiredId("textVersion");
        var language = fields.RequiredId("language");
        if (fields.Error is null && !texts.Texts.Any(t => t.Version == version))
        {
            fields.Fail("textVersion", $"is not a version of the consent text; the current one is {texts.Current}");
        }

        var text = texts.Find(version, language);
        if (text is null)
        {
            fields.Fail("language", "is not a language of this version of the consent text");
        }

        return text;
    }

    /// <summary>Bots that know of no purposes ask for what there was before there were any.</summary>
    private static ConsentPurposes ReadPurposes(Fields fields)
    {
        if (!fields.Has("purposes"))
        {
            return ConsentPurposes.Training;
        }

        var purposes = fields.Texts("purposes") is { } codes ? PurposeCodes.Parse(codes) : null;
        if (purposes is null or ConsentPurposes.None)
        {
            fields.Fail("purposes", $"must be a list of at least one of {string.Join(", ", PurposeCodes.All)}");
        }

        return purposes ?? ConsentPurposes.None;
    }
}
