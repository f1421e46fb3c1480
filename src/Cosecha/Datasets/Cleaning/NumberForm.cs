using System.Text;

namespace Cosecha.Datasets.Cleaning;

/// <summary>Writes a number without marks of thousands and with a point before its decimals, as <see cref="Catalog"/> reads numbers.</summary>
internal static class NumberForm
{
    private const int GroupLength = 3;
    private const int LongestFirst = 3;

    /// <summary>Writes the number that starts at a digit.</summary>
    /// <returns>The place after it.</returns>
    public static int Write(string source, int start, StringBuilder target)
    {
        var ends = new List<int> { EndOfDigits(source, start) };
        while (ends[^1] + 1 < source.Length && source[ends[^1]] is '.' or ',' or '\'' && char.IsAsciiDigit(source[ends[^1] + 1]))
        {
            ends.Add(EndOfDigits(source, ends[^1] + 1));
        }

        if (ends.Count == 1)
        {
            target.Append(source, start, ends[0] - start);
            return ends[0];
        }

        Join(source.AsSpan(start, ends[^1] - start), [.. ends.Select(e => e - start)], target);
        return ends[^1];
    }

    private static void Join(ReadOnlySpan<char> number, ReadOnlySpan<int> ends, StringBuilder target)
    {
        var grouped = ends[0] <= LongestFirst && number[0] != '0';
        for (var i = 1; i < ends.Length - 1; i++)
        {
            grouped &= ends[i] - ends[i - 1] - 1 == GroupLength && number[ends[i - 1]] == number[ends[0]];
        }

        var lastIsGroup = grouped && ends[^1] - ends[^2] - 1 == GroupLength && number[ends[^2]] == number[ends[0]];
        var mark =
            lastIsGroup ? ""
            : ends.Length == 2 || grouped ? "."
            : null;
        for (int i = 0, from = 0; i < ends.Length; from = ends[i] + 1, i++)
        {
            var sign =
                i == 0 ? ""
                : mark is null ? number.Slice(from - 1, 1)
                : i == ends.Length - 1 ? mark
                : "";
            target.Append(sign).Append(number[from..ends[i]]);
        }
    }

    private static int EndOfDigits(string source, int start)
    {
        var end = start + 1;
        while (end < source.Length && char.IsAsciiDigit(source[end]))
        {
            end++;
        }

        return end;
    }
}
