using System.Security.Cryptography;
using System.Text;
using Cosecha.Datasets.Checks;

namespace Cosecha.Datasets;

/// <summary>Writes one JSONL file, keeps count of it and checks it.</summary>
/// <param name="name">Path of the file within the version.</param>
/// <param name="target">Where it goes; disposed with the writer.</param>
/// <param name="isChecked">Whether it is for the fine-tuning services.</param>
/// <param name="bom">Whether it begins with a byte order mark.</param>
public sealed class DatasetWriter(string name, Stream target, bool isChecked, bool bom) : IAsyncDisposable
{
    /// <summary>How many findings a manifest keeps of a file: it has to fit into a cell of a table.</summary>
    private const int MaxFindings = 5;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly CheckRun? _check = isChecked ? new(FineTuneModel.Default, MaxFindings) : null;
    private long _bytes;
    private int _lines;

    /// <summary>Lines written so far.</summary>
    public int Lines => _lines;

    /// <summary>Adds a line.</summary>
    public async Task WriteAsync(byte[] line, CancellationToken cancellationToken)
    {
        byte[] whole = [.. bom && _lines == 0 ? Encoding.UTF8.Preamble : [], .. line, (byte)'\n'];
        _hash.AppendData(whole);
        _bytes += whole.Length;
        _lines++;
        _check?.Add(new(_lines, whole.AsMemory(..^1), TooLong: false, EndsInCrLf: false));
        await target.WriteAsync(whole, cancellationToken);
    }

    /// <summary>Completes the file and tells what is in it.</summary>
    public async Task<ManifestFile> CompleteAsync()
    {
        await target.DisposeAsync();
        var check = _lines > 0 ? _check?.Complete(_bytes) : null;
        return new(name, _lines, _bytes, Convert.ToHexStringLower(_hash.GetHashAndReset()), check);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _hash.Dispose();
        return target.DisposeAsync();
    }
}
