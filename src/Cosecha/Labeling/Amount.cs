namespace Cosecha.Labeling;

/// <summary>A glazing or a quantity at its place in the text.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Next">The token after it.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">In which unit; null for a glazing.</param>
internal readonly record struct Amount(int First, int Next, double Value, string? Unit = null);
