using System.Text.Json;

namespace Cosecha.Datasets;

/// <summary>The files of a version while they are written: train and valid in every format, and where each line comes from.</summary>
public sealed class ExportFiles : IAsyncDisposable
{
    private readonly List<(ExampleFormat Format, DatasetWriter Train, DatasetWriter Valid)> _formats = [];
    private readonly Dictionary<string, LineageEntry> _users = [];
    private readonly DatasetWriter _lineage;

    private ExportFiles(DatasetWriter lineage) => _lineage = lineage;

    /// <summary>Whose lines are in the files, so far.</summary>
    public IReadOnlyCollection<LineageEntry> Users => _users.Values;

    /// <summary>Opens all files of a version; they are written even when no example comes.</summary>
    public static async Task<ExportFiles> CreateAsync(
        IDatasetStore datasets,
        string version,
        string systemPrompt,
        CancellationToken cancellationToken
    )
    {
        var files = new ExportFiles(await OpenAsync(LineageLine.FileName));
        foreach (var format in (ExampleFormat[])[ExampleFormat.Completion, ExampleFormat.Chat(systemPrompt)])
        {
            files._formats.Add((format, await OpenAsync(format.Folder + "train.jsonl"), await OpenAsync(format.Folder + "valid.jsonl")));
        }

        return files;

        async Task<DatasetWriter> OpenAsync(string name) => new(name, await datasets.CreateAsync(version, name, cancellationToken));
    }

    /// <summary>Adds an example to one side of the split, in every format.</summary>
    public async Task WriteAsync(Example example, bool valid, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<string, int>();
        foreach (var (format, train, validation) in _formats)
        {
            var file = valid ? validation : train;
            await file.WriteAsync(format.Line(example), cancellationToken);
            lines[file.Name] = file.Lines;
        }

        var origin = new LineageLine(lines, example.UserKey, example.ConversationId, example.MessageIds);
        await _lineage.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(origin, DatasetJson.Plain.LineageLine), cancellationToken);
        var before = _users.GetValueOrDefault(example.UserKey)?.Lines ?? 0;
        _users[example.UserKey] = new(example.UserKey, example.Grant, before + lines.Count);
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

        files.Add(await _lineage.CompleteAsync());
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

        await _lineage.DisposeAsync();
    }
}
