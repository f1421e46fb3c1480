using Cosecha.Importing;

namespace Cosecha.Cli.Import;

/// <summary>What to import.</summary>
/// <param name="File">The history.</param>
/// <param name="Format">One of <see cref="ImportFormats"/>.</param>
/// <param name="Reader">Reads it.</param>
/// <param name="Consents">Whose messages may be imported.</param>
/// <param name="ConversationId">The conversation of messages that name none; null for one of each user.</param>
/// <param name="How">Everything else that decides what is posted, and where.</param>
internal sealed record ImportRequest(
    string File,
    string Format,
    IHistoryReader Reader,
    ConsentList Consents,
    string? ConversationId,
    IReadOnlyList<string> How
);
