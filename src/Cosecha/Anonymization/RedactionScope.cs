using System.Security.Cryptography;
using System.Text;

namespace Cosecha.Anonymization;

/// <summary>
/// Within which equal values get equal numbers by the operator <see cref="RedactionOperator.Numbered"/>: usually one conversation. It
/// keeps no value, only keyed hashes, by type and in order of first appearance; a value's number is the place of its hash. Not to be shared
/// between threads.
/// </summary>
public sealed class RedactionScope
{
    /// <summary>
    /// Values that are numbered at most, all types together; those beyond get the plain placeholder. A saved scope must fit where it is
    /// kept: Table Storage takes 64 KiB in one property, and a thousand hashes are 33 KiB of UTF-16.
    /// </summary>
    public const int MaxValues = 1_000;

    /// <summary>96 bits: enough that two of a thousand values never meet, and base64 without padding.</summary>
    private const int HashBytes = 12;

    private readonly byte[] _key;
    private readonly Dictionary<string, List<string>> _hashes = new(StringComparer.Ordinal);
    private readonly int _loaded;
    private int _count;

    /// <summary>A fresh scope, under a key that nobody learns: for what is never saved.</summary>
    public RedactionScope()
        : this(RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes), SavedScope.Empty.Hashes) { }

    /// <summary>A scope that goes on where a saved one ended.</summary>
    /// <param name="key">The secret of the hashes; the same as when the scope was saved, and of no other scope.</param>
    /// <param name="hashes">What <see cref="Hashes"/> was.</param>
    public RedactionScope(byte[] key, IReadOnlyDictionary<string, IReadOnlyList<string>> hashes)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        _key = key;
        foreach (var (type, known) in hashes)
        {
            _hashes[type] = [.. known];
            _count += known.Count;
        }

        _loaded = _count;
    }

    /// <summary>The hashes of the values seen so far, by type, in order of first appearance.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Hashes =>
        _hashes.ToDictionary(h => h.Key, h => (IReadOnlyList<string>)h.Value);

    /// <summary>Whether a value was numbered that was not known when the scope was made.</summary>
    public bool HasGrown => _count > _loaded;

    /// <summary>The number of a value among those of its type, from 1 in order of appearance; null for a new one when the scope is full.</summary>
    /// <param name="type">One of <see cref="PiiTypes"/>.</param>
    /// <param name="value">The value in the form in which equal ones are equal.</param>
    internal int? Number(string type, string value)
    {
        var hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{type}\n{value}"));
        var code = Convert.ToBase64String(hash, 0, HashBytes);
        if (!_hashes.TryGetValue(type, out var hashes))
        {
            _hashes[type] = hashes = [];
        }

        if (hashes.IndexOf(code) is >= 0 and var place)
        {
            return place + 1;
        }

        if (_count == MaxValues)
        {
            return null;
        }

        _count++;
        hashes.Add(code);
        return hashes.Count;
    }
}
