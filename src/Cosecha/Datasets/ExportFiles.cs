namespace Cosecha.Datasets;

/// <summary>The files of a version while they are written: train and valid in every format.</summary>
public sealed class ExportFiles : IAsyncDisposable
{
    private readonly List<(ExampleFormat Format, DatasetWriter Train, DatasetWriter Valid)> _formats = [];

    private ExportFiles() { }

    /// <summary>Opens all files of a version; they are written even when no example comes.</summary>
    public static async Task<ExportFiles> CreateAsync(
        IDatasetStore datasets,
        string version,
        string systemPrompt,
        CancellationToken cancellationToken
    )
    {
        var files = new ExportFiles();
        foreach (var format in (ExampleFormat[])[ExampleFormat.Completion, ExampleFormat.Chat(systemPrompt)])
        {
            files._formats.Add((format, await OpenAsync("train.jsonl"), await OpenAsync("valid.jsonl")));

            async Task<DatasetWriter> OpenAsync(string name) =>
                new(format.Folder + name, await datasets.CreateAsync(version, format.Folder + name, cancellationToken));
        }

        return files;
    }

    /// <summary>Adds an example to one side of the split, in every format.</summary>
    public async Task WriteAsync(Example example, bool valid, CancellationToken cancellationToken)
    {
        foreach (var (format, train, validation) in _formats)
        {
            await (valid ? validation : train).WriteAsync(format.Line(example), cancellationToken);
        }
    }

    /// <summary>Completes all files and tells what is in them.</summary>
    public async Task<IReadOnlyList<ManifestFile>> CompleteAsync()
    {
        var files = new List<ManifestFile>();
        foreach (var (_, train, valid) in _formats)
        {
            files.Add(await train.CompleteAsync());
            files.Add(await valid.CompleteAsync());
        }

        return files;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var (_, train, valid) in _formats)
        {
            await train.DisposeAsync();
            await valid.DisposeAsync();
        }
    }
}
