using Cosecha.Catalog;

namespace Cosecha.Datasets.Cleaning;

/// <summary>Reads a text as near-duplicates are compared.</summary>
internal sealed class FormReader(DomainReader reader, FormVocabulary vocabulary)
{
    private readonly FormMender _mender = new(vocabulary);

    public TextForm Read(string text)
    {
        var drawn = FormText.Shorten(text);
        var read = reader.ReadText(drawn);
        var mended = _mender.Mend(read);
        return new FormBuilder(ReferenceEquals(mended, drawn) ? read : reader.ReadText(mended), vocabulary).Build();
    }
}
