using Cosecha.Consent;
using Cosecha.Datasets.Cleaning;
using Cosecha.Messages;

namespace Cosecha.Datasets.Reading;

/// <summary>Reads the stored messages, once: ranges of users side by side, as storage answers several requests at once faster than one.</summary>
public sealed class ExportReader(IMessageStore messages, FingerprintReader fingerprints)
{
    /// <summary>More ranges than are read at once, so that one with talkative users holds nobody up.</summary>
    private const int RangeCount = 32;

    private const int AtOnce = 4;

    /// <summary>Reads all messages.</summary>
    /// <param name="grants">Who agreed, by user key.</param>
    /// <param name="splitter">Tells whose an example is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal async Task<ExportData> ReadAsync(
        IReadOnlyDictionary<string, ConsentState> grants,
        Splitter splitter,
        CancellationToken cancellationToken
    )
    {
        var keys = UserKeyRange.Split(grants.Keys, RangeCount);
        var ranges = new List<ExportRange>();
        try
        {
            ranges.AddRange(keys.Select(_ => new ExportRange()));
            var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(
                Enumerable.Range(0, keys.Count),
                limits,
                async (i, token) => await ReadAsync(keys[i], ranges[i], token)
            );
            return new(ranges);
        }
        catch
        {
            ranges.ForEach(r => r.Dispose());
            throw;
        }

        async Task ReadAsync(UserKeyRange range, ExportRange target, CancellationToken token)
        {
            await foreach (var conversation in ConversationReader.ReadAsync(messages.ReadRangeAsync(range, token), token))
            {
                var consent = grants.GetValueOrDefault(conversation[0].Header.UserKey);
                target.Add(conversation, consent, splitter, fingerprints);
            }
        }
    }
}
