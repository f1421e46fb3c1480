using System.Text.Json;

namespace Cosecha.Cli.Import;

/// <summary>The file next to the history that says how far its import came; there is none once it is complete.</summary>
internal sealed class ImportStateFile(string source)
{
    private readonly string _path = $"{source}.cosecha-import.json";

    /// <summary>What it says; null when there is none or it cannot be read: then all is sent, and the front door knows what it has.</summary>
    public ImportState? Read()
    {
        try
        {
            return File.Exists(_path) ? JsonSerializer.Deserialize(File.ReadAllText(_path), ImportJson.Default.ImportState) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Replaces it at once, so that a crash leaves the old one or the new one.</summary>
    public void Write(ImportState state)
    {
        var next = $"{_path}.tmp";
        File.WriteAllText(next, JsonSerializer.Serialize(state, ImportJson.Default.ImportState));
        File.Move(next, _path, overwrite: true);
    }

    public void Delete() => File.Delete(_path);
}
