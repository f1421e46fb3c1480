using System.ClientModel;

namespace Cosecha.Azure.OpenAI;

/// <summary>A file with its purpose, as a form (RFC 7578), read from its stream while it is sent.</summary>
internal sealed class FileUpload : BinaryContent
{
    private readonly MultipartFormDataContent _form;

    /// <summary>Makes the form; the stream is read once and stays the caller's.</summary>
    public FileUpload(Stream content, string name)
    {
        _form = new() { { new StringContent("fine-tune"), "purpose" }, { new StreamContent(content), "file", name } };
        // .NET writes the boundary in quotes, which not every server understands.
        MediaType = _form.Headers.ContentType!.ToString().Replace("\"", "", StringComparison.Ordinal);
    }

    /// <inheritdoc />
    public override bool TryComputeLength(out long length)
    {
        length = _form.Headers.ContentLength ?? 0;
        return length > 0;
    }

    /// <inheritdoc />
    public override void WriteTo(Stream stream, CancellationToken cancellationToken = default) =>
        _form.CopyTo(stream, null, cancellationToken);

    /// <inheritdoc />
    public override Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default) =>
        _form.CopyToAsync(stream, null, cancellationToken);

    /// <inheritdoc />
    public override void Dispose() => _form.Dispose();
}
