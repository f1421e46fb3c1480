using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Names;

/// <summary>What the name model looks at: a unit, its three neighbours on each side, and the tags given so far, as hashes.</summary>
internal static class NameFeatures
{
    /// <summary>The most features a unit has.</summary>
    public const int Most = 32;

    /// <summary>How many units before one the model looks at.</summary>
    public const int Before = 3;

    /// <summary>How many units after one the model looks at.</summary>
    public const int After = 3;

    /// <summary>Takes a value into a hash.</summary>
    public static uint Mix(uint hash, uint value)
    {
        hash = (hash ^ value) * 0x9E3779B1u;
        return hash ^ (hash >> 15);
    }

    /// <summary>Writes the features of a unit; returns how many there are.</summary>
    public static int Write(NameUnits units, MessageText message, int index, Span<uint> features)
    {
        ref readonly var unit = ref units.At(index);
        ref readonly var before = ref units.At(index - 1);
        ref readonly var before2 = ref units.At(index - 2);
        ref readonly var after = ref units.At(index + 1);
        ref readonly var after2 = ref units.At(index + 2);
        var tag = (uint)before.Tag;
        var tags = (tag * 4) + (uint)before2.Tag;
        var lines = (unit.LineBefore ? 1u : 0) + (after.LineBefore ? 2u : 0);
        var n = 0;
        features[n++] = Pair(1, unit.Class, 0);
        features[n++] = Pair(2, unit.Word, 0);
        features[n++] = Pair(3, before.Word, 0);
        features[n++] = Pair(4, after.Word, 0);
        features[n++] = Pair(5, before.Word, before2.Word);
        features[n++] = Pair(6, after.Word, after2.Word);
        features[n++] = Pair(7, before.Class, unit.Class);
        features[n++] = Pair(8, unit.Class, after.Class);
        features[n++] = Triple(9, before.Class, unit.Class, after.Class);
        features[n++] = Triple(10, before2.Class, before.Class, unit.Class);
        features[n++] = Triple(11, unit.Class, after.Class, after2.Class);
        features[n++] = Pair(12, unit.Class, tag);
        features[n++] = Pair(13, unit.Class, tags);
        features[n++] = Triple(14, unit.Class, before.Word, tag);
        features[n++] = Pair(15, unit.Class, before.Word);
        features[n++] = Pair(16, unit.Class, after.Word);
        features[n++] = Pair(17, unit.Class, before2.Word);
        features[n++] = Triple(18, unit.Class, before.Word, after.Word);
        features[n++] = Triple(19, before2.Word, before.Word, unit.Class);
        features[n++] = Pair(20, unit.Class, lines);
        features[n++] = Triple(21, unit.Class, lines, after.Word);
        features[n++] = Pair(22, unit.Class, units.At(index - 3).Word);
        features[n++] = Pair(23, unit.Class, units.At(index + 3).Word);
        features[n++] = Pair(24, unit.Word, tag);
        features[n++] = Pair(30, unit.Kind, before.Word);
        features[n++] = Pair(31, unit.Kind, after.Word);
        features[n++] = Triple(32, unit.Kind, tag, after.Kind);
        features[n++] = Triple(33, before.Kind, unit.Kind, after.Kind);
        if (unit.First == unit.Last && message.At(unit.First) is { Kind: TokenKind.Word, Length: > 3 } && !unit.IsListed)
        {
            n = WriteEnds(message.Chars(unit.First), features, n);
        }

        return n;
    }

    /// <summary>A word in no list shows by its ends, such as Etx- or -eira or -ción, what it may be.</summary>
    private static int WriteEnds(ReadOnlySpan<char> word, Span<uint> features, int n)
    {
        features[n++] = Pair(27, (uint)Folding.Hash(word[^2..]), 0);
        features[n++] = Pair(28, (uint)Folding.Hash(word[^3..]), 0);
        features[n++] = Pair(26, (uint)Folding.Hash(word[..3]), 0);
        features[n++] = Pair(29, (uint)Math.Min(word.Length, 9), 0);
        return n;
    }

    private static uint Pair(uint kind, uint a, uint b) => Triple(kind, a, b, 0);

    private static uint Triple(uint kind, uint a, uint b, uint c)
    {
        // Independent products, so that the processor works on several at once.
        var hash = (a * 0x9E3779B1u) + (b * 0x85EBCA77u) + (c * 0xC2B2AE3Du) + (kind * 0x27D4EB2Fu);
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6Du;
        return hash ^ (hash >> 13);
    }
}
