using System.Globalization;
using System.Text;

namespace Cosecha.Datasets;

/// <summary>
/// The data set card of a version, in Markdown: what a trainer has to know before using it. All of it comes from the manifest, so that it is right after
/// lines were erased, too.
/// </summary>
public static class DatasetCard
{
    /// <summary>The card's file name.</summary>
    public const string FileName = "README.md";

    /// <summary>The card of a manifest.</summary>
    public static string Of(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var card = new StringBuilder();
        Line(Invariant($"# Data set {manifest.Version}"));
        Line(Invariant($"Made {manifest.CreatedAt:yyyy-MM-dd HH:mm} UTC by Cosecha {manifest.CodeVersion}. {Revised(manifest)}"));
        Line("## Purpose and source");
        Line(
            "Question and answer pairs from conversations of a chatbot with its users, to fine-tune a language model that answers as the bot does "
                + "(`train.jsonl`, `chat/`), and messages with labels to train a labeler (`intent/`)."
        );
        Line("## What is in it");
        Line(
            Invariant(
                $"{manifest.Examples} examples, {manifest.Train} to train and {manifest.Valid} to validate; {manifest.Labeled} labeled messages."
            )
        );
        Table("file", "lines", manifest.Files.ToDictionary(f => f.Name, f => f.Lines));
        foreach (var (name, check) in manifest.Files.Where(f => f.Check is not null).Select(f => (f.Name, f.Check!)))
        {
            Line(
                Invariant(
                    $"`{name}`: {check.Tokens.Total} tokens ({check.Tokens.Model}), {check.Tokens.PerExample?.Median} an example in the median and {check.Tokens.PerExample?.Max} at most; the checks of the fine-tuning services found {check.Errors} errors and {check.Warnings} warnings."
                )
            );
        }

        Table("language", "examples", manifest.Contents.Languages);
        Table("intent", "examples", manifest.Contents.Intents);
        Line("## How it was made");
        Line(
            "Messages were anonymized before they were stored: placeholders such as [NAME] and [PHONE] stand for what was personal. An example is a user's "
                + "message with the assistant's answer right after it, both approved by the quality rules or by a person; in `chat/` what was said before stands as context "
                + "that is not learned (weight 0). Of examples that say the same, the best one stays. No user stands on both sides of the split, and nothing that is like an example on the other; "
                + Invariant($"seed `{manifest.Seed}`, share of validation {manifest.ValidShare}.")
        );
        Table("labels given by", "examples", manifest.Contents.Labelers);
        Table("left out because", "messages", manifest.Excluded);
        Line("## Consent");
        Line(
            "Every user whose lines are here had agreed to the use of their messages, anonymized, for training. Lines of users who withdrew are erased from this "
                + "version, also later: take it anew before each training, and compare `revision` in `manifest.json`."
        );
        Table("version of the consent text", "examples", manifest.Contents.ConsentTexts);
        Line("## Limits");
        Line(
            "A recognizer misses some names, mostly those that are ordinary words: do not publish this data set. It shows one business's customers and answers, "
                + "with that time's prices; a model that is trained on it must not quote them as today's. Counts by language, intent, label and consent text are as they were when it was made."
        );
        foreach (var warning in manifest.Warnings)
        {
            Line($"- {warning}");
        }

        return card.ToString();

        void Line(string text) => card.Append(text).Append("\n\n");

        void Table(string name, string count, IReadOnlyDictionary<string, int> counts)
        {
            if (counts.Count > 0)
            {
                var rows = counts.Select(c => Invariant($"| {c.Key} | {c.Value} |\n"));
                card.Append(CultureInfo.InvariantCulture, $"| {name} | {count} |\n| --- | ---: |\n").AppendJoin("", rows).Append('\n');
            }
        }
    }

    private static string Revised(Manifest manifest) =>
        manifest.Erased.Count == 0
            ? "Nothing was erased since."
            : Invariant(
                $"{manifest.Erased.Sum(e => e.Lines)} lines of users who withdrew were erased since, the last ones on {manifest.Erased[^1].At:yyyy-MM-dd}."
            );

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
