using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cosecha.Catalog;
using Microsoft.Extensions.Options;

namespace Cosecha.Datasets.Cleaning;

/// <summary>Takes the fingerprints of examples. Safe to share between threads.</summary>
public sealed class FingerprintReader
{
    private readonly ReadText _nothing;

    /// <summary>Loads the words; takes some tens of milliseconds.</summary>
    /// <param name="reader">Reads the business in a text.</param>
    /// <param name="catalog">The business.</param>
    /// <param name="folder">Where the catalog's folder is: its <c>names</c> tell words from typing errors.</param>
    public FingerprintReader(DomainReader reader, DomainCatalog catalog, IOptions<CatalogOptions> folder)
        : this(reader, new FormVocabulary(catalog, reader, folder.Value.Path)) { }

    internal FingerprintReader(DomainReader reader, FormVocabulary vocabulary)
    {
        Forms = new FormReader(reader, vocabulary);
        Comparison = new FormComparison(vocabulary);
        _nothing = Read("");
    }

    internal FormReader Forms { get; }

    internal FormComparison Comparison { get; }

    /// <summary>Reads a text, the larger part of the work: a question is read once for its fingerprint alone and the one with its answer.</summary>
    /// <param name="text">Any text.</param>
    public ReadText Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(Forms.Read(text), NormalText.Of(text));
    }

    /// <summary>The fingerprint of an example.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer; null for a message alone.</param>
    public Fingerprint Of(ReadText question, ReadText? answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (q, a) = (question.Form, (answer ?? _nothing).Form);
        var fingerprint = new Fingerprint
        {
            Facts = Digest(q.Facts, a.Facts),
            Words = Digest(WordBag.Describe(q), WordBag.Describe(a)),
            Exact = Digest(question.Normal, (answer ?? _nothing).Normal),
            Question = WordBag.Of(q),
            Answer = WordBag.Of(a),
            QuestionLength = WordBag.LengthOf(q),
            AnswerLength = WordBag.LengthOf(a),
        };
        MinHash.Write(q, a, fingerprint.Entries);
        return fingerprint;
    }

    private static ulong Digest(string question, string answer)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{question}\u0001{answer}"), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
