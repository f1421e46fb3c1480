namespace Cosecha.Audit;

/// <summary>The actors of the audit that are no person. A person stands in it with the name that the platform gives.</summary>
public static class Actors
{
    /// <summary>The bot, by its function key.</summary>
    public const string Bot = "bot";

    /// <summary>A timer function.</summary>
    public const string Timer = "timer";

    /// <summary>Whoever sits at a development machine.</summary>
    public const string Local = "local";

    /// <summary>Who has <c>Access__OperatorKey</c>.</summary>
    public const string OperatorKey = "operator-key";

    /// <summary>Who has <c>Access__ReviewerKey</c>.</summary>
    public const string ReviewerKey = "reviewer-key";

    /// <summary>Nobody knows who.</summary>
    public const string Unknown = "unknown";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Bot, Timer, Local, OperatorKey, ReviewerKey, Unknown];
}
