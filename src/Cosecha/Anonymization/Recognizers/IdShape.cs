namespace Cosecha.Anonymization.Recognizers;

/// <summary>What a code looks like.</summary>
/// <param name="Score">How sure that is without any word around it; 0 for nothing known.</param>
/// <param name="Reason">Which document, and whether its checksum passes.</param>
internal readonly record struct IdShape(double Score, string Reason);
