using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Cosecha.Datasets;

/// <summary>Writes a published version anew without the lines of some users.</summary>
public sealed class VersionRewriter(IDatasetStore datasets, TimeProvider clock)
{
    /// <summary>
    /// Leaves out all lines of the users and publishes the rest in the version's place. A version that holds none of them stays as it is, so that
    /// doing it twice does it once.
    /// </summary>
    /// <returns>How many lines went, over all files but the lineage.</returns>
    public async Task<int> RunAsync(Manifest manifest, IReadOnlySet<string> userKeys, CancellationToken cancellationToken)
    {
        var gone = new Dictionary<string, HashSet<int>>();
        await foreach (var line in ReadLineageAsync(manifest, cancellationToken))
        {
            foreach (var (file, number) in userKeys.Contains(line.UserKey) ? line.Lines : new Dictionary<string, int>())
            {
                (gone.TryGetValue(file, out var lines) ? lines : gone[file] = []).Add(number);
            }
        }

        var erased = gone.Values.Sum(lines => lines.Count);
        if (erased > 0)
        {
            var next = manifest with { Revision = manifest.Revision + 1 };
            await datasets.PublishAsync(await RewriteAsync(next, gone, userKeys, erased, cancellationToken), cancellationToken);
        }

        return erased;
    }

    private async Task<Manifest> RewriteAsync(
        Manifest next,
        Dictionary<string, HashSet<int>> gone,
        IReadOnlySet<string> userKeys,
        int erased,
        CancellationToken cancellationToken
    )
    {
        var files = new List<ManifestFile>();
        foreach (var file in next.Files)
        {
            await using var target = await datasets.CreateAsync(next.Folder, file.Name, cancellationToken);
            await using var writer = new DatasetWriter(file.Name, target, file.Check is not null, file.Check?.Bom == true);
            var lines =
                file.Name == LineageLine.FileName
                    ? KeptLineageAsync(next, userKeys, cancellationToken)
                    : KeptLinesAsync(next, file.Name, gone.GetValueOrDefault(file.Name) ?? [], cancellationToken);
            await foreach (var line in lines)
            {
                await writer.WriteAsync(line, cancellationToken);
            }

            files.Add(await writer.CompleteAsync());
        }

        var (train, valid) = (LinesOf("train.jsonl"), LinesOf("valid.jsonl"));
        return next with
        {
            Examples = train + valid,
            Train = train,
            Valid = valid,
            Labeled = LinesOf("intent/train.jsonl") + LinesOf("intent/valid.jsonl"),
            Files = files,
            Erased = Noted(next.Erased, new(clock.GetUtcNow(), erased)),
        };

        int LinesOf(string name) => files.Find(f => f.Name == name)?.Lines ?? 0;
    }

    /// <summary>One note a day: a manifest has to fit into a cell of a table.</summary>
    private static IReadOnlyList<ErasedLines> Noted(IReadOnlyList<ErasedLines> before, ErasedLines now) =>
        before.Count > 0 && before[^1].At.Date == now.At.Date
            ? [.. before.SkipLast(1), now with { Lines = before[^1].Lines + now.Lines }]
            : [.. before, now];

    private async IAsyncEnumerable<byte[]> KeptLinesAsync(
        Manifest manifest,
        string file,
        HashSet<int> gone,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var number = 0;
        await foreach (var line in ReadAsync(manifest, file, cancellationToken))
        {
            if (!gone.Contains(++number))
            {
                yield return Encoding.UTF8.GetBytes(line);
            }
        }
    }

    /// <summary>Lines that stay move up by as many as went before them: they are numbered anew.</summary>
    private async IAsyncEnumerable<byte[]> KeptLineageAsync(
        Manifest manifest,
        IReadOnlySet<string> userKeys,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var numbers = new Dictionary<string, int>();
        await foreach (var line in ReadLineageAsync(manifest, cancellationToken))
        {
            if (!userKeys.Contains(line.UserKey))
            {
                var lines = line.Lines.Keys.ToDictionary(file => file, file => numbers[file] = numbers.GetValueOrDefault(file) + 1);
                yield return JsonSerializer.SerializeToUtf8Bytes(line with { Lines = lines }, DatasetJson.Plain.LineageLine);
            }
        }
    }

    private async IAsyncEnumerable<LineageLine> ReadLineageAsync(
        Manifest manifest,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var line in ReadAsync(manifest, LineageLine.FileName, cancellationToken))
        {
            yield return JsonSerializer.Deserialize(line, DatasetJson.Plain.LineageLine)!;
        }
    }

    private async IAsyncEnumerable<string> ReadAsync(
        Manifest manifest,
        string file,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var content =
            await datasets.OpenAsync(manifest.Version, file, cancellationToken)
            ?? throw new InvalidOperationException($"{manifest.Version}/{file} is listed and not there.");
        using var reader = new StreamReader(content);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return line;
        }
    }
}
