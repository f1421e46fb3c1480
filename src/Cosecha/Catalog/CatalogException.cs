namespace Cosecha.Catalog;

/// <summary>The catalog cannot be used. The application must not start with it.</summary>
public sealed class CatalogException : Exception
{
    /// <summary>Says what is wrong and where to mend it.</summary>
    /// <param name="file">The file, relative to the catalog's folder, or the folder itself.</param>
    /// <param name="path">JSON path inside the file.</param>
    /// <param name="reason">What is wrong there.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public CatalogException(string file, string path, string reason, Exception? inner = null)
        : base($"Catalog file {file}, {path}: {reason}", inner) => (File, JsonPath, Reason) = (file, path, reason);

    /// <summary>The file, relative to the catalog's folder.</summary>
    public string File { get; }

    /// <summary>JSON path inside the file, such as <c>$.products[3].name</c>.</summary>
    public string JsonPath { get; }

    /// <summary>What is wrong there.</summary>
    public string Reason { get; }
}
