namespace Cosecha.Datasets.Checks;

/// <summary>Reads a stream line by line, whatever its bytes, holding one line at a time.</summary>
public sealed class LineReader(Stream stream)
{
    /// <summary>The longest line that is read, in bytes: several times what the largest model's limit of tokens takes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private long _lines;

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>The next line; null at the end.</summary>
    internal async ValueTask<RawLine?> ReadAsync(CancellationToken cancellationToken)
    {
        var (searched, dropped) = (0, false);
        while (true)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                return Take(searched + feed, 1, dropped);
            }

            searched = _end - _start;
            if (searched > MaxBytes)
            {
                (_start, _end, searched, dropped) = (0, 0, 0, true);
            }

            if (!await FillAsync(cancellationToken))
            {
                return searched > 0 || dropped ? Take(searched, 0, dropped) : null;
            }
        }
    }

    private RawLine Take(int length, int breakLength, bool dropped)
    {
        var content = _buffer.AsMemory(_start, length);
        _start += length + breakLength;
        var crLf = breakLength > 0 && content.Span is [.., (byte)'\r'];
        var tooLong = dropped || length > MaxBytes;
        return new(
            ++_lines,
            tooLong ? default
                : crLf ? content[..^1]
                : content,
            tooLong,
            crLf
        );
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_end == _buffer.Length)
        {
            var target = _start > _buffer.Length / 2 ? _buffer : new byte[_buffer.Length * 2];
            Buffer.BlockCopy(_buffer, _start, target, 0, _end - _start);
            (_buffer, _start, _end) = (target, 0, _end - _start);
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        Bytes += read;
        return read > 0;
    }
}
