using System.Text.Json;
using Cosecha.Ai;
using Cosecha.Catalog;
using Microsoft.Extensions.Options;

namespace Cosecha.Anonymization;

/// <summary>
/// Asks a language model whether an anonymized text still holds something personal, and redacts what it names. The model sees anonymized text
/// only. Off unless <see cref="AnonymizationOptions.SecondOpinion"/> is set. Safe to share between threads.
/// </summary>
public sealed class SecondOpinion
{
    /// <summary>The detector's name in the records of what was redacted.</summary>
    public const string Detector = "second_opinion";

    /// <summary>What a finding of the model counts: enough to be redacted, too little to cut a size or a price.</summary>
    private const double Score = 0.8;

    private readonly StructuredChat _chat;
    private readonly DomainReader _reader;
    private readonly Replacements _replacements;
    private readonly Question<PersonalSpans> _question;

    /// <summary>Reads the instructions from the catalog.</summary>
    /// <exception cref="IOException">The instructions are missing.</exception>
    public SecondOpinion(StructuredChat chat, DomainReader reader, IOptions<CatalogOptions> catalog, IOptions<AnonymizationOptions> options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        (_chat, _reader, _replacements) = (chat, reader, new Replacements(options.Value));
        var instructions = File.ReadAllText(Path.Combine(catalog.Value.Path, "privacy", "second-opinion.txt"));
        _question = new("personal_spans", instructions, Schema(), AiJson.Default.PersonalSpans, s => !s.Spans.Contains(null!));
    }

    /// <summary>Asks about one text. Slow, and the same whatever the numbers in the text: ask before a scope is loaded, apply within it.</summary>
    public Task<AiReply<PersonalSpans>> AskAsync(AnonymizedText first, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(first);
        return _chat.AskAsync(_question, first.Text, cancellationToken);
    }

    /// <summary>Redacts what the model named.</summary>
    /// <param name="first">The text it was asked about; its placeholders may have other numbers by now.</param>
    /// <param name="reply">What it said.</param>
    /// <param name="scope">Within which values are numbered; null for none.</param>
    /// <returns>
    /// The text with what the model named redacted too, and the reasons to let a person look: one when something was redacted, one when the model
    /// gave no usable answer, none otherwise.
    /// </returns>
    public (AnonymizedText Text, IReadOnlyList<string> Doubts) Apply(
        AnonymizedText first,
        AiReply<PersonalSpans> reply,
        RedactionScope? scope
    )
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.Value is not { } answer)
        {
            return (first, [reply.Failure!]);
        }

        var findings = answer.Spans.SelectMany(s => Occurrences(first.Text, s)).Where(f => !first.Redactions.Any(r => Meet(f, r))).ToList();
        FindingResolver.Resolve(findings, _reader.Read(first.Text), threshold: 0);
        var text = _replacements.Apply(first, findings, scope);
        return (text, text.Redactions.Count > first.Redactions.Count ? [Detector] : []);
    }

    private static bool Meet(Finding finding, Redaction redaction) =>
        finding.Start < redaction.Start + redaction.Placeholder.Length && redaction.Start < finding.End;

    // A model that says "ana" means the word, not the end of "mañana".
    private static IEnumerable<Finding> Occurrences(string text, PersonalSpan span)
    {
        var type = PiiTypes.All.Contains(span.Type) ? span.Type : PiiTypes.Person;
        var length = span.Text.Length;
        for (var at = Next(0); at >= 0; at = Next(at + length))
        {
            var starts = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            var ends = at + length == text.Length || !char.IsLetterOrDigit(text[at + length]);
            if (starts && ends)
            {
                yield return new(type, at, at + length, Score, Detector, "the model takes it for personal");
            }
        }

        int Next(int from) => length == 0 ? -1 : text.IndexOf(span.Text, from, StringComparison.Ordinal);
    }

    private static JsonElement Schema()
    {
        var types = string.Join(',', PiiTypes.All.Select(t => $"\"{t}\""));
        return JsonElement.Parse(
            $$"""
            {
              "type": "object", "additionalProperties": false, "required": ["spans"],
              "properties": {
                "spans": {
                  "type": "array",
                  "items": {
                    "type": "object", "additionalProperties": false, "required": ["type", "text"],
                    "properties": { "type": { "type": "string", "enum": [{{types}}] }, "text": { "type": "string" } }
                  }
                }
              }
            }
            """
        );
    }
}
