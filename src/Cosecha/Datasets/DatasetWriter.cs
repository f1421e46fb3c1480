using System.Security.Cryptography;

namespace Cosecha.Datasets;

/// <summary>Writes one JSONL file and keeps count of it.</summary>
public sealed class DatasetWriter(string name, Stream target) : IAsyncDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _bytes;
    private int _lines;

    /// <summary>Path of the file within the version.</summary>
    public string Name => name;

    /// <summary>Lines written so far.</summary>
    public int Lines => _lines;

    /// <summary>Adds a line.</summary>
    public async Task WriteAsync(byte[] line, CancellationToken cancellationToken)
    {
        byte[] whole = [.. line, (byte)'\n'];
        _hash.AppendData(whole);
        _bytes += whole.Length;
        _lines++;
        await target.WriteAsync(whole, cancellationToken);
    }

    /// <summary>Completes the file and tells what is in it.</summary>
    public async Task<ManifestFile> CompleteAsync()
    {
        await target.DisposeAsync();
        return new(name, _lines, _bytes, Convert.ToHexStringLower(_hash.GetHashAndReset()));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _hash.Dispose();
        return target.DisposeAsync();
    }
}
