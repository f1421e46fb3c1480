using Cosecha.Consent;
using Cosecha.Datasets.Cleaning;
using Cosecha.Datasets.Reading;
using Cosecha.Messages;

namespace Cosecha.Datasets;

/// <summary>Writes the files of a version from what was read, as cleaning decided.</summary>
internal sealed class ExportWriter(
    IReadOnlyDictionary<string, ConsentState> grants,
    Splitter splitter,
    WindowBuilder windows,
    ExportFiles files,
    ExportTally tally
)
{
    /// <summary>Writes all lines. It meets pairs and labeled messages in the order in which they were gathered.</summary>
    public async Task WriteAsync(ExportData data, Cleaned pairs, Cleaned labeled, CancellationToken cancellationToken)
    {
        var (pair, label) = (0, 0);
        foreach (var range in data.Ranges)
        {
            await foreach (var conversation in range.ReadAsync(cancellationToken))
            {
                var consent = grants[conversation[0].Header.UserKey];
                var valid = splitter.IsValid(splitter.GroupOf(consent.AllKeys.First()));
                foreach (var pairing in PairFinder.Find(conversation))
                {
                    if (pairing.IsLabeled && labeled.Excluded[label++] is null)
                    {
                        tally.IncludeLabel();
                        await files.WriteAsync(pairing.Question, valid, cancellationToken);
                    }

                    var excluded = pairing.Excluded ?? pairs.Excluded[pair++];
                    await WriteAsync(conversation, pairing, excluded, consent, valid, cancellationToken);
                }
            }
        }
    }

    private async Task WriteAsync(
        IReadOnlyList<StoredMessage> conversation,
        Pairing pairing,
        string? excluded,
        ConsentState consent,
        bool valid,
        CancellationToken cancellationToken
    )
    {
        if (excluded is not null)
        {
            tally.Exclude(excluded);
            await files.WriteExcludedAsync(pairing.Question.Header, excluded, cancellationToken);
            return;
        }

        var example = Example.Of(conversation, pairing, windows);
        tally.Include(example, consent, valid);
        await files.WriteAsync(example, valid, cancellationToken);
    }
}
