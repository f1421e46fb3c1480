using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cosecha.Catalog;
using Microsoft.Extensions.Options;

namespace Cosecha.Datasets.Cleaning;

/// <summary>Takes the fingerprints of examples. Safe to share between threads.</summary>
public sealed class FingerprintReader
{
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
    }

    internal FormReader Forms { get; }

    internal FormComparison Comparison { get; }

    /// <summary>The fingerprint of an example.</summary>
    /// <param name="question">Any text.</param>
    /// <param name="answer">Any text; of a message alone, the empty one.</param>
    public Fingerprint Of(string question, string answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        var (q, a) = (Forms.Read(question), Forms.Read(answer));
        var fingerprint = new Fingerprint
        {
            Facts = Digest(q.Facts, a.Facts),
            Words = Digest(WordBag.Describe(q), WordBag.Describe(a)),
            Exact = Digest(NormalText.Of(question), NormalText.Of(answer)),
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
