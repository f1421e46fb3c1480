namespace Cosecha.Cli.Demo;

/// <summary>A conversation to play.</summary>
/// <param name="ConversationId">Its id.</param>
/// <param name="UserId">The user in it.</param>
/// <param name="Consents">Whether the user says yes at the start.</param>
/// <param name="RevokingTurn">The message, from 1, with which the user takes the yes back; null when there is none.</param>
/// <param name="Channel">Where it takes place.</param>
/// <param name="Messages">Its messages, in order.</param>
internal sealed record DemoConversation(
    string ConversationId,
    string UserId,
    bool Consents,
    int? RevokingTurn,
    string? Channel,
    IReadOnlyList<DemoMessage> Messages
);
