namespace Cosecha.Access;

/// <summary>Whether a call is allowed.</summary>
/// <param name="Actor">Who calls, for the audit; <see cref="Audit.Actors.Unknown"/> when nobody knows. Never for a log: it may be a mail address.</param>
/// <param name="Refusal">Why it is refused; null when it is allowed.</param>
public sealed record AccessDecision(string Actor, AccessRefusal? Refusal);
