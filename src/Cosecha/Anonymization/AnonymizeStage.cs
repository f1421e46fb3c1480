using Cosecha.Ai;
using Cosecha.Consent;
using Cosecha.Filtering;
using Cosecha.Messages;

namespace Cosecha.Anonymization;

/// <summary>From raw to anonymized. Checks consent once more: raw text may have waited in the queue for hours.</summary>
/// <param name="sweep">Forgets what is no longer allowed.</param>
/// <param name="anonymizer">Replaces what is personal.</param>
/// <param name="numbering">Numbers it within a conversation, where the settings say so.</param>
/// <param name="secondOpinion">Looks at the result once more; null for not.</param>
public sealed class AnonymizeStage(
    WithdrawalSweep sweep,
    Anonymizer anonymizer,
    ConversationNumbering numbering,
    SecondOpinion? secondOpinion = null
)
{
    /// <summary>Anonymizes what the users still allow and forgets the rest.</summary>
    /// <returns>The anonymized messages.</returns>
    /// <exception cref="IOException">Too many hosts number one conversation at once. Transient: the queue tries again.</exception>
    public async Task<IReadOnlyList<AnonymizedMessage>> RunAsync(
        IReadOnlyList<CapturedMessage> captured,
        CancellationToken cancellationToken
    )
    {
        var allowed = await KeepAllowedAsync(captured, m => m.Header, isLast: false, cancellationToken);
        // The model is slow: asked first, it neither widens the gap between load and save nor is asked again after a conflict.
        var drafts = await Together.RunAsync(allowed, DraftAsync, cancellationToken);
        if (!anonymizer.NeedsScope)
        {
            return [.. drafts.Select(d => Anonymize(d, null))];
        }

        var conversations = await Task.WhenAll(
            drafts.GroupBy(d => ScopeId.Of(d.Message.Header)).Select(c => NumberAsync(c, cancellationToken))
        );
        // A withdrawal since the first look may have erased the scopes before they were saved, and would miss them.
        return await KeepAllowedAsync([.. conversations.SelectMany(c => c)], m => m.Header, isLast: true, cancellationToken);
    }

    /// <summary>What stands for a message that grew too long to travel: each redaction costs a record.</summary>
    public static AnonymizedMessage TooLong(AnonymizedMessage message) => new(message.Header, "", [], DiscardReasons.TooLong);

    private async Task<IReadOnlyList<T>> KeepAllowedAsync<T>(
        IReadOnlyList<T> all,
        Func<T, MessageHeader> headerOf,
        bool isLast,
        CancellationToken cancellationToken
    )
    {
        var (kept, dropped) = await sweep.RunAsync(all, headerOf, "anonymize", isLast, cancellationToken);
        foreach (var scope in anonymizer.NeedsScope ? dropped.Select(ScopeId.Of).Distinct() : [])
        {
            await numbering.ForgetAsync(scope, cancellationToken);
        }

        return kept;
    }

    private async Task<Draft> DraftAsync(CapturedMessage message, CancellationToken cancellationToken) =>
        new(message, secondOpinion is null ? null : await secondOpinion.AskAsync(anonymizer.Anonymize(message.Content), cancellationToken));

    private Task<List<AnonymizedMessage>> NumberAsync(IGrouping<ScopeId, Draft> conversation, CancellationToken cancellationToken)
    {
        var drafts = conversation.OrderBy(d => d.Message.Header.Timestamp).ToList();
        return numbering.RunAsync(conversation.Key, scope => drafts.ConvertAll(d => Anonymize(d, scope)), cancellationToken);
    }

    private AnonymizedMessage Anonymize(Draft draft, RedactionScope? scope)
    {
        var (header, text) = (draft.Message.Header, anonymizer.Anonymize(draft.Message.Content, scope));
        if (draft.Opinion is null)
        {
            return new(header, text.Text, text.Redactions);
        }

        var (looked, doubts) = secondOpinion!.Apply(text, draft.Opinion, scope);
        return new(header, looked.Text, looked.Redactions, Doubts: doubts.Count == 0 ? null : doubts);
    }

    /// <summary>A message with what the model said of it; null when it was not asked.</summary>
    private sealed record Draft(CapturedMessage Message, AiReply<PersonalSpans>? Opinion);
}
