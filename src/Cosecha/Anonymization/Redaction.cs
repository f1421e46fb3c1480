namespace Cosecha.Anonymization;

/// <summary>The record of one replaced span. It never holds the replaced text.</summary>
/// <param name="Type">What it was, such as <c>PHONE</c>.</param>
/// <param name="Placeholder">What stands there now, such as <c>[PHONE]</c>.</param>
/// <param name="Start">Where the placeholder starts in the anonymized text, in UTF-16 code units.</param>
/// <param name="Detector">The recognizer that found it.</param>
/// <param name="Score">How sure the recognizer was, 0 to 1.</param>
/// <param name="Reason">Why it was sure, in a few words for the reader of a log.</param>
public sealed record Redaction(string Type, string Placeholder, int Start, string Detector, double Score, string Reason);
