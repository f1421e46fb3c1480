#pragma warning disable CS1591, CA1051, CA1822
namespace Cosecha.Datasets.Cleaning;

public struct Fingerprint
{
    public UInt128 X;
}

public sealed class FingerprintList
{
    readonly List<Fingerprint> _l = [];
    public int Count => _l.Count;
    public Fingerprint this[int i] => _l[i];

    public void Add(in Fingerprint f) => _l.Add(f);

    public void AddAll(FingerprintList o) => _l.AddRange(o._l);
}

public sealed class FingerprintReader
{
    public Fingerprint Of(string q, string a) =>
        new()
        {
            X = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(
                System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(q + "\u0001" + a))
            ),
        };
}

public sealed record DuplicateCluster(IReadOnlyList<IReadOnlyList<int>> Copies);

public sealed class NearDuplicates
{
    public IReadOnlyList<DuplicateCluster> Find(
        FingerprintList l,
        Func<int, bool> f,
        Func<int, (string Question, string Answer)> t,
        CancellationToken c
    ) =>
        [
            .. Enumerable
                .Range(0, l.Count)
                .Where(f)
                .GroupBy(i => l[i].X)
                .Where(g => g.Count() > 1)
                .Select(g => new DuplicateCluster([
                    [.. g],
                ])),
        ];
}
