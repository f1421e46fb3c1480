using Cosecha.Ai;
using Cosecha.Catalog;
using Cosecha.Quality;
using Microsoft.Extensions.Options;

namespace Cosecha.Labeling;

/// <summary>Labels by the rules, by the language model or by both, as <see cref="LabelingOptions.Mode"/> has it. Safe to share between threads.</summary>
/// <param name="rules">The rules.</param>
/// <param name="labeling">The mode.</param>
/// <param name="quality">The confidence under which a person would look: there the model is asked in the mode cascade.</param>
/// <param name="model">The language model; needed unless the mode is <see cref="LabelingModes.Rules"/>.</param>
public sealed class MessageLabeler(
    RuleLabeler rules,
    IOptions<LabelingOptions> labeling,
    IOptions<QualityOptions> quality,
    AiLabeler? model = null
)
{
    /// <summary>Whether the model may be asked.</summary>
    public bool AsksModel => model is not null && labeling.Value.UsesModel;

    /// <summary>Labels an anonymized text that was read already.</summary>
    /// <returns>The label. Without a usable answer of the model it is the rules' label with that doubt, so that the reviewer has a proposal.</returns>
    /// <exception cref="AiUnavailableException">The model's service did not do its work.</exception>
    public async Task<LabelOutcome> LabelAsync(DomainText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var byRules = rules.Label(text);
        var mode = labeling.Value.Mode;
        if (model is null || !AsksModel || (mode == LabelingModes.Cascade && IsSure(byRules)))
        {
            return new(byRules, Labeler.ByRules, []);
        }

        var reply = await model.AskAsync(text.Text, cancellationToken);
        if (reply.Value is not { } byModel)
        {
            return new(byRules, Labeler.ByRules, [reply.Failure!]);
        }

        return mode == LabelingModes.Ai ? new(byModel, model.Labeler, []) : Compare(byRules, byModel, model.Labeler);
    }

    private static LabelOutcome Compare(Label byRules, Label byModel, Labeler labeler) =>
        LabelComparison.Agree(byRules, byModel)
            ? new(byModel with { Confidence = Math.Max(byRules.Confidence, byModel.Confidence) }, labeler, [])
            : new(byModel, labeler, [QualityReasons.LabelersDisagree]);

    private bool IsSure(Label label) => label.Confidence >= quality.Value.ReviewBelow;
}
