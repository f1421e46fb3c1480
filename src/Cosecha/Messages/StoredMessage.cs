using System.Text.Json.Serialization;
using Cosecha.Anonymization;
using Cosecha.Labeling;

namespace Cosecha.Messages;

/// <summary>A row of the table <c>messages</c>.</summary>
/// <param name="Header">Identity and order.</param>
/// <param name="Content">The text with placeholders; null when it was discarded.</param>
/// <param name="Redactions">What was replaced, in order of position.</param>
/// <param name="Label">The analysis of a user's message; null for the assistant's and the discarded.</param>
/// <param name="Verdict">The decision.</param>
/// <param name="Reasons">Why, codes of a closed list; empty for an approved message.</param>
/// <param name="Labeler">Who gave the label; null without one, and in rows of earlier builds.</param>
/// <param name="StoredAt">When it was stored, in UTC: its age counts from here. Null in rows of earlier builds.</param>
/// <param name="GapAfter">True when what came right after it in its conversation is past its age and gone: whatever follows now is not its answer.</param>
public sealed record StoredMessage(
    MessageHeader Header,
    string? Content,
    IReadOnlyList<Redaction> Redactions,
    Label? Label,
    Verdict Verdict,
    IReadOnlyList<string> Reasons,
    Labeler? Labeler = null,
    DateTimeOffset? StoredAt = null,
    bool GapAfter = false
)
{
    /// <summary>What a reviewer wrote in the place of <see cref="Content"/>; null for a text that stands as it was.</summary>
    public string? Edited { get; init; }

    /// <summary>The text that counts: the reviewer's, else the one that was written. Null when it was discarded.</summary>
    [JsonIgnore]
    public string? Text => Edited ?? Content;
}
