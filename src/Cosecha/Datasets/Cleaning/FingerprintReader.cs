using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cosecha.Catalog;
using Microsoft.Extensions.Options;

namespace Cosecha.Datasets.Cleaning;

/// <summary>Takes fingerprints. Safe to share between threads.</summary>
public sealed class FingerprintReader
{
    /// <summary>Loads the words; takes some tens of milliseconds.</summary>
    /// <param name="reader">Reads the business in a text.</param>
    /// <param name="catalog">The business.</param>
    /// <param name="folder">Where the catalog's folder is: its <c>names</c> tell words from typing errors.</param>
    public FingerprintReader(DomainReader reader, DomainCatalog catalog, IOptions<CatalogOptions> folder)
    {
        var vocabulary = new FormVocabulary(catalog, reader, folder.Value.Path);
        Forms = new FormReader(reader, vocabulary);
        Comparison = new FormComparison(vocabulary);
    }

    /// <summary>Reads texts as they are compared.</summary>
    internal FormReader Forms { get; }

    /// <summary>Compares them.</summary>
    internal FormComparison Comparison { get; }

    /// <summary>The fingerprint of a question and its answer, or of a text alone.</summary>
    /// <param name="question">Any text.</param>
    /// <param name="answer">Any text; empty for none.</param>
    public Fingerprint Of(string question, string answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        var (q, a) = (Forms.Read(question), Forms.Read(answer));
        var fingerprint = new Fingerprint
        {
            Facts = BinaryPrimitives.ReadUInt64LittleEndian(Digest(q.Facts, a.Facts)),
            Exact = BinaryPrimitives.ReadUInt128LittleEndian(Digest(NormalText.Of(question), NormalText.Of(answer))),
            QuestionLength = LengthOf(q),
            AnswerLength = LengthOf(a),
        };
        MinHash.Write(q, a, fingerprint.Entries);
        return fingerprint;
    }

    // Of a text that is nothing but fillers ("buenas"), they are the content, as in its signature.
    private static byte LengthOf(TextForm text)
    {
        var withFillers = text.Words.All(word => word.Filler);
        return (byte)Math.Min(byte.MaxValue, text.Words.Sum(word => withFillers || !word.Filler ? word.Key.Length : 0));
    }

    private static byte[] Digest(string question, string answer) => SHA256.HashData(Encoding.UTF8.GetBytes($"{question}\u0001{answer}"));
}
