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

    private ExportFiles() { }

    /// <summary>Whose lines are in the files, so far.</summary>
    public IReadOnlyCollection<LineageEntry> Users => _users.Values;

    /// <summary>Opens all files of a version; they are written even when nothing comes.</summary>
    /// <param name="datasets">Keeps them.</param>
    /// <param name="version">The version's name.</param>
    /// <param name="bom">Whether the files for fine-tuning services begin with a byte order mark; those at the top never do.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ExportFiles> CreateAsync(IDatasetStore datasets, string version, bool bom, CancellationToken cancellationToken)
    {
        var files = new ExportFiles();
        foreach (var folder in ExampleFormat.All.Select(f => f.Folder))
        {
            await OpenAsync(Side(folder, false), isChecked: true, bom && folder.Length > 0);
            await OpenAsync(Side(folder, true), isChecked: true, bom && folder.Length > 0);
        }

        foreach (var name in (string[])[Side(IntentFolder, false), Side(IntentFolder, true), ExcludedLine.FileName, LineageLine.FileName])
        {
            await OpenAsync(name, isChecked: false, bom: false);
        }

        return files;

        async Task OpenAsync(string name, bool isChecked, bool bom) =>
            files._files[name] = new(name, await datasets.CreateAsync(version, name, cancellationToken), isChecked, bom);
    }

    /// <summary>Adds an example to one side of the split, in every format.</summary>
    public async Task WriteAsync(Example example, bool valid, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<string, int>();
        foreach (var format in ExampleFormat.All)
        {
            if (format.Line(example) is { } line)
            {
                await WriteLineAsync(Side(format.Folder, valid), line, lines, cancellationToken);
            }
        }

        var context = example.Window.ContextIds is { Count: > 0 } ids ? ids : null;
        var header = example.Header;
        var origin = new LineageLine(lines, header.UserKey, header.ConversationId, [header.MessageId, example.AnswerId], context);
        await WriteOriginAsync(origin, header.Grant, cancellationToken);
    }

    /// <summary>Adds a message with its label to one side of the split.</summary>
    public Task WriteAsync(StoredMessage labeled, bool valid, CancellationToken cancellationToken) =>
        WriteAsync(
            labeled.Header,
            Side(IntentFolder, valid),
            new(labeled.Text!, labeled.Label!),
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
        await WriteOriginAsync(new(lines, header.UserKey, header.ConversationId, [header.MessageId]), header.Grant, cancellationToken);
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
