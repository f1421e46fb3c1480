using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cosecha.Catalog;
using Microsoft.Extensions.Options;

namespace Cosecha.Datasets.Cleaning;

/// <summary>
/// Finds the examples that differ in form only: exact duplicates by their normal form, near ones by MinHash and an exact judgement of each pair that
/// it brings up. No number, size, price, unit, product, place, date, placeholder or negation may differ; typing errors, accents, fillers, abbreviations
/// and word order may. Question and answer must both agree. Clusters depend on the examples alone, not on the order in which they come.
/// Holds about a hundred bytes an example. Not safe to share between threads.
/// </summary>
public sealed class NearDuplicates
{
    private readonly FormReader _reader;
    private readonly FormComparison _comparison;
    private readonly EntryList _entries = new();

    /// <summary>Loads the words; takes some tens of milliseconds.</summary>
    /// <param name="reader">Reads the business in a text.</param>
    /// <param name="catalog">The business.</param>
    /// <param name="folder">Where the catalog's folder is: its <c>names</c> tell words from typing errors.</param>
    public NearDuplicates(DomainReader reader, DomainCatalog catalog, IOptions<CatalogOptions> folder)
        : this(reader, new FormVocabulary(catalog, reader, folder.Value.Path)) { }

    internal NearDuplicates(DomainReader reader, FormVocabulary vocabulary)
    {
        _reader = new FormReader(reader, vocabulary);
        _comparison = new FormComparison(vocabulary);
    }

    /// <summary>How many examples were added.</summary>
    public int Count => _entries.Count;

    /// <summary>Takes an example in. Its texts are not kept.</summary>
    /// <param name="key">Names the example, each its own; smaller keys come first in what is found.</param>
    /// <param name="question">Any text.</param>
    /// <param name="answer">Any text.</param>
    public void Add(long key, string question, string answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        var (q, a) = (_reader.Read(question), _reader.Read(answer));
        ref var entry = ref _entries.Add();
        entry.Key = key;
        entry.Facts = BinaryPrimitives.ReadUInt64LittleEndian(Digest(q.Facts, a.Facts));
        entry.Exact = BinaryPrimitives.ReadUInt128LittleEndian(Digest(NormalText.Of(question), NormalText.Of(answer)));
        entry.QuestionLength = LengthOf(q);
        entry.AnswerLength = LengthOf(a);
        MinHash.Write(q, a, entry.Entries);
    }

    /// <summary>Finds the clusters of two examples and more, ordered by their smallest keys.</summary>
    /// <param name="textOf">Gives question and answer of a key once more; asked only where examples look alike.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public IReadOnlyList<DuplicateCluster> Find(Func<long, (string Question, string Answer)> textOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(textOf);
        return new DuplicateSearch(_entries, _reader, _comparison, textOf).Run(cancellationToken);
    }

    // Of a text that is nothing but fillers ("buenas"), they are the content, as in its signature.
    private static byte LengthOf(TextForm text)
    {
        var withFillers = text.Words.All(word => word.Filler);
        return (byte)Math.Min(byte.MaxValue, text.Words.Sum(word => withFillers || !word.Filler ? word.Key.Length : 0));
    }

    private static byte[] Digest(string question, string answer) => SHA256.HashData(Encoding.UTF8.GetBytes($"{question}\u0001{answer}"));
}
