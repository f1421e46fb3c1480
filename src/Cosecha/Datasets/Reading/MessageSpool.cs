using System.Buffers.Binary;
using System.Text.Json;
using Cosecha.Messages;

namespace Cosecha.Datasets.Reading;

/// <summary>Messages on local disk, between the pass that reads the table and the one that writes the files.</summary>
internal sealed class MessageSpool : IDisposable
{
    private readonly FileStream _file = TemporaryFile.Open();

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
        ReadExactly(length, position);
        var content = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
        ReadExactly(content, position + sizeof(int));
        position += sizeof(int) + content.Length;
        return MessageOf(content);
    }

    private void ReadExactly(Span<byte> target, long position)
    {
        while (target.Length > 0)
        {
            var count = RandomAccess.Read(_file.SafeFileHandle, target, position);
            target = count > 0 ? target[count..] : throw new EndOfStreamException();
            position += count;
        }
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
