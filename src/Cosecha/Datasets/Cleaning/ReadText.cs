namespace Cosecha.Datasets.Cleaning;

/// <summary>A text as <see cref="FingerprintReader"/> has read it.</summary>
public sealed class ReadText
{
    internal ReadText(TextForm form, string normal) => (Form, Normal) = (form, normal);

    internal TextForm Form { get; }

    internal string Normal { get; }
}
