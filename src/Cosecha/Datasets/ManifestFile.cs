using Cosecha.Datasets.Checks;

namespace Cosecha.Datasets;

/// <summary>A file of a version.</summary>
/// <param name="Name">Path within the version, such as <c>chat/train.jsonl</c>.</param>
/// <param name="Lines">Its lines: one example each.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">SHA-256 of its content, in hex.</param>
/// <param name="Check">What the checks of the fine-tuning services say; null for a file that is not for them, or is empty.</param>
public sealed record ManifestFile(string Name, int Lines, long Bytes, string Sha256, FileCheck? Check = null);
