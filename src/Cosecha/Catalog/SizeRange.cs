using System.Globalization;

namespace Cosecha.Catalog;

/// <summary>A size that is two numbers: so many pieces a unit of weight, from and to.</summary>
internal readonly record struct SizeRange(int From, int To)
{
    /// <summary>Reads the canonical form, such as <c>16/20</c>.</summary>
    public static bool TryParse(string size, out SizeRange range)
    {
        range = default;
        var slash = size.IndexOf('/', StringComparison.Ordinal);
        if (
            slash <= 0
            || !int.TryParse(size.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            || !int.TryParse(size.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var to)
        )
        {
            return false;
        }

        range = new(from, to);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}/{To}");
}
