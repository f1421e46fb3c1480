using System.Text;
using Cosecha.Datasets.Checks;
using CsCheck;

namespace Cosecha.Tests.Datasets.Checks;

public sealed class LineReaderTests
{
    [Fact]
    public async Task Lines_are_the_same_however_the_stream_cuts_them()
    {
        var line = Gen.Select(Gen.Int[0, 100_000], Gen.Char['a', 'z'], (length, letter) => new string(letter, length));
        await Gen.Select(line.Array[0, 8], Gen.Int[1, 70_000], Gen.Bool)
            .SampleAsync(
                async (lines, chunk, lastBreak) =>
                {
                    var text = string.Join('\n', lines) + (lastBreak ? "\n" : "");
                    var expected = text.Split('\n');
                    (await ReadAsync(text, chunk)).ShouldBe(expected[^1].Length == 0 ? expected[..^1] : expected);
                },
                iter: 200
            );
    }

    private static async Task<List<string>> ReadAsync(string text, int chunk)
    {
        using var stream = new Chunks(Encoding.ASCII.GetBytes(text), chunk);
        var reader = new LineReader(stream);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(Encoding.ASCII.GetString(line.Content.Span));
            line.Number.ShouldBe(lines.Count);
        }

        reader.Bytes.ShouldBe(text.Length);
        return lines;
    }

    private sealed class Chunks(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
