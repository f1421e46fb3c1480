using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cosecha.Messages;

namespace Cosecha.Datasets;

/// <summary>The files of a version while they are written: train and valid in every format, what was left out, and where each line comes from.</summary>
public sealed class ExportFiles : IAsyncDisposable
{
    private const string IntentFolder = "intent/";

    private readonly Dictionary<string, DatasetWriter> _files = [];
    private readonly Dictionary<string, LineageEntry> _users = [];
    private readonly IReadOnlyList<ExampleFormat> _formats;

    private ExportFiles(IReadOnlyList<ExampleFormat> formats) => _formats = formats;

    /// <summary>Whose lines are in the files, so far.</summary>
    public IReadOnlyCollection<LineageEntry> Users => _users.Values;

    /// <summary>Opens all files of a version; they are written even when nothing comes.</summary>
    public static async Task<ExportFiles> CreateAsync(
        IDatasetStore datasets,
        string version,
        string systemPrompt,
        CancellationToken cancellationToken
    )
    {
        var files = new ExportFiles([ExampleFormat.Completion, ExampleFormat.Chat(systemPrompt)]);
        var sides = files._formats.Select(f => f.Folder).Append(IntentFolder).SelectMany(f => new[] { Side(f, false), Side(f, true) });
        foreach (var name in (string[])[.. sides, ExcludedLine.FileName, LineageLine.FileName])
        {
            files._files[name] = new(name, await datasets.CreateAsync(version, name, cancellationToken));
        }

        return files;
    }

    /// <summary>Adds an example to one side of the split, in every format.</summary>
    public async Task WriteAsync(Example example, bool valid, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<string, int>();
        foreach (var format in _formats)
        {
            await WriteLineAsync(Side(format.Folder, valid), format.Line(example), lines, cancellationToken);
        }

        var origin = new LineageLine(lines, example.UserKey, example.ConversationId, example.MessageIds);
        await WriteOriginAsync(origin, example.Grant, cancellationToken);
    }

    /// <summary>Adds a message with its label to one side of the split.</summary>
    public Task WriteAsync(StoredMessage labeled, bool valid, CancellationToken cancellationToken) =>
        WriteAsync(
            labeled.Header,
            Side(IntentFolder, valid),
            new(labeled.Content!, labeled.Label!),
            DatasetJson.Plain.IntentLine,
            cancellationToken
        );

    /// <summary>Adds a user's message that became no example.</summary>
    public Task WriteExcludedAsync(MessageHeader header, string reason, CancellationToken cancellationToken) =>
        WriteAsync(
            header,
            ExcludedLine.FileName,
            new(header.ConversationId, header.MessageId, reason),
            DatasetJson.Plain.ExcludedLine,
            cancellationToken
        );

    /// <summary>Completes all files and tells what is in them.</summary>
    public async Task<IReadOnlyList<ManifestFile>> CompleteAsync()
    {
        var files = new List<ManifestFile>();
        foreach (var file in _files.Values)
        {
            files.Add(await file.CompleteAsync());
        }

        return files;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files.Values)
        {
            await file.DisposeAsync();
        }
    }

    private async Task WriteAsync<T>(MessageHeader header, string file, T line, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<string, int>();
        await WriteLineAsync(file, JsonSerializer.SerializeToUtf8Bytes(line, type), lines, cancellationToken);
        var origin = new LineageLine(lines, header.UserKey, header.ConversationId, [header.MessageId]);
        await WriteOriginAsync(origin, header.Grant, cancellationToken);
    }

    private async Task WriteLineAsync(string file, byte[] line, Dictionary<string, int> lines, CancellationToken cancellationToken)
    {
        await _files[file].WriteAsync(line, cancellationToken);
        lines[file] = _files[file].Lines;
    }

    private async Task WriteOriginAsync(LineageLine origin, int grant, CancellationToken cancellationToken)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(origin, DatasetJson.Plain.LineageLine);
        await _files[LineageLine.FileName].WriteAsync(line, cancellationToken);
        var before = _users.GetValueOrDefault(origin.UserKey)?.Lines ?? 0;
        _users[origin.UserKey] = new(origin.UserKey, grant, before + origin.Lines.Count);
    }

    private static string Side(string folder, bool valid) => folder + (valid ? "valid.jsonl" : "train.jsonl");
}
