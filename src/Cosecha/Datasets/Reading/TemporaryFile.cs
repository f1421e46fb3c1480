namespace Cosecha.Datasets.Reading;

/// <summary>
/// A file on local disk that loses its name as soon as it is open, so that nobody else can open it and nothing is left of it when the process ends,
/// however it ends.
/// </summary>
internal static class TemporaryFile
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Opens a new one to write and read.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public static FileStream Open()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = BufferSize,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, options);
        try
        {
            File.Delete(path);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
