using System.Text.Json.Serialization;
using Cosecha.Consent;
using Cosecha.Labeling;
using Cosecha.Messages;

namespace Cosecha.Functions.Api;

/// <summary>Answer of <c>GET /api/users/{userId}/data</c>. The two lists are read from storage while they are written.</summary>
/// <param name="UserKey">The pseudonym under which what is new of the person is stored.</param>
/// <param name="FormerUserKeys">Pseudonyms of earlier keys and builds, under which older parts may be stored.</param>
/// <param name="ReadAt">When it was read, UTC.</param>
/// <param name="Consent">The consent as it stands.</param>
/// <param name="ConsentHistory">How it came to be so, oldest first.</param>
/// <param name="ClaimedMessageIds">How many message ids are kept to recognise repeats.</param>
/// <param name="NumberedValues">How many values are kept, as keyed hashes, to give each its number; by type.</param>
/// <param name="DataSets">The published data set versions that hold lines of the person, newest first.</param>
/// <param name="Messages">The stored messages, by conversation and time; last, since it is long.</param>
internal sealed record UserDataBody(
    string UserKey,
    IReadOnlyList<string> FormerUserKeys,
    DateTimeOffset ReadAt,
    UserConsent Consent,
    IAsyncEnumerable<UserConsent> ConsentHistory,
    int ClaimedMessageIds,
    IReadOnlyDictionary<string, int> NumberedValues,
    IReadOnlyList<UserVersion> DataSets,
    [property: JsonPropertyOrder(1)] IAsyncEnumerable<UserMessage> Messages
)
{
    /// <summary>What is under way or in a poison queue.</summary>
    public Unlisted Queues { get; } = new("not_listed", "queues_cannot_be_searched");
}

/// <summary>A data set version, and how many lines of the person it holds over all its files.</summary>
internal sealed record UserVersion(string Version, int Lines);

/// <summary>What is not told, and the code of the reason.</summary>
internal sealed record Unlisted(string Status, string Reason);

/// <summary>What was said about consent, and when; a person who was never asked has the status <c>none</c> and nothing else.</summary>
internal sealed record UserConsent(
    string Status,
    DateTimeOffset? ChangedAt = null,
    IReadOnlyList<string>? Purposes = null,
    string? TextVersion = null,
    string? TextHash = null,
    string? Language = null,
    string? Channel = null,
    string? EvidenceMessageId = null,
    int? Grant = null
)
{
    public static UserConsent Of(ConsentState? state) => state is null ? new("none") : Of(state.Last);

    public static UserConsent Of(ConsentEvent said) =>
        new(
            ConsentBody.Code(said.Status),
            said.At,
            PurposeCodes.Of(said.Purposes),
            said.TextVersion,
            said.TextHash,
            said.Language,
            said.Channel,
            said.EvidenceMessageId,
            said.Grant
        );
}

/// <summary>A stored message. Of what was redacted only the types are kept in readable form; the values are kept nowhere.</summary>
internal sealed record UserMessage(
    string ConversationId,
    string MessageId,
    Role Role,
    DateTimeOffset Timestamp,
    DateTimeOffset? StoredAt,
    string? Channel,
    int Grant,
    string? Content,
    string? Edited,
    Verdict Verdict,
    IReadOnlyList<string> Reasons,
    Label? Label,
    Labeler? Labeler,
    IReadOnlyList<string> Redactions,
    bool GapAfter
)
{
    public static UserMessage Of(StoredMessage message)
    {
        var header = message.Header;
        return new(
            header.ConversationId,
            header.MessageId,
            header.Role,
            header.Timestamp,
            message.StoredAt,
            header.Channel,
            header.Grant,
            message.Content,
            message.Edited,
            message.Verdict,
            message.Reasons,
            message.Label,
            message.Labeler,
            [.. message.Redactions.Select(r => r.Type)],
            message.GapAfter
        );
    }
}
