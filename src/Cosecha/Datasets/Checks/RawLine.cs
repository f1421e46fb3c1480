namespace Cosecha.Datasets.Checks;

/// <summary>A line as it stands in the file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Content">Its bytes without the line break, until the next line is read; empty when it is too long.</param>
/// <param name="TooLong">Whether it has more bytes than <see cref="LineReader.MaxBytes"/>.</param>
/// <param name="EndsInCrLf">Whether its line break is CR LF.</param>
internal readonly record struct RawLine(long Number, ReadOnlyMemory<byte> Content, bool TooLong, bool EndsInCrLf);
