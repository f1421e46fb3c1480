using System.Buffers.Binary;
using System.Text.Json;
using Cosecha.Messages;

namespace Cosecha.Datasets.Reading;

/// <summary>
/// Messages on local disk, between the pass that reads the table and the one that writes the files. The file has no name once it is open, so that
/// nothing is left of it when the process ends, however it ends.
/// </summary>
internal sealed class MessageSpool : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly FileStream _file;

    public MessageSpool()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        _file = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, BufferSize);
        File.Delete(path);
    }

    /// <summary>Adds a message and tells where it stands.</summary>
    public long Add(StoredMessage message)
    {
        var position = _file.Position;
        var content = JsonSerializer.SerializeToUtf8Bytes(Slim(message), PipelineJson.Plain.StoredMessage);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        _file.Write(length);
        _file.Write(content);
        return position;
    }

    /// <summary>A message.</summary>
    public StoredMessage Read(long position) => ReadAt(ref position);

    /// <summary>A message and the one added right after it.</summary>
    public (StoredMessage, StoredMessage) ReadPair(long position) => (ReadAt(ref position), ReadAt(ref position));

    /// <summary>All messages in the order in which they were added.</summary>
    public IEnumerable<StoredMessage> ReadAll()
    {
        _file.Position = 0;
        while (ReadNext() is { } message)
        {
            yield return message;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private StoredMessage ReadAt(ref long position)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        RandomAccess.Read(_file.SafeFileHandle, length, position);
        var content = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
        RandomAccess.Read(_file.SafeFileHandle, content, position + sizeof(int));
        position += sizeof(int) + content.Length;
        return MessageOf(content);
    }

    private StoredMessage? ReadNext()
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        if (_file.ReadAtLeast(length, sizeof(int), throwOnEndOfStream: false) == 0)
        {
            return null;
        }

        var content = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
        _file.ReadExactly(content);
        return MessageOf(content);
    }

    private static StoredMessage MessageOf(byte[] content) => JsonSerializer.Deserialize(content, PipelineJson.Plain.StoredMessage)!;

    private static StoredMessage Slim(StoredMessage message) => message with { Redactions = [], Reasons = [], StoredAt = null };
}
