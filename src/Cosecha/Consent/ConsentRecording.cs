namespace Cosecha.Consent;

/// <summary>The effect of an answer.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="State">The state after it.</param>
/// <param name="ErasureId">The erasure that follows from it; null when there is none.</param>
public sealed record ConsentRecording(ConsentOutcome Outcome, ConsentState State, string? ErasureId);
