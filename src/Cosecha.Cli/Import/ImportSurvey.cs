using Cosecha.Capture;
using Cosecha.Importing;
using Cosecha.Requests;

namespace Cosecha.Cli.Import;

/// <summary>What a history holds, before anything is posted.</summary>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Counts">What would be skipped, and how many messages would be posted.</param>
/// <param name="Resumed">How far an earlier import came; null when it begins with the first entry.</param>
internal sealed record ImportSurvey(int Entries, ImportCounts Counts, ImportState? Resumed)
{
    /// <summary>What would be posted is counted under this name.</summary>
    public const string ToPost = "to_post";

    public static async Task<ImportSurvey> ReadAsync(ImportRequest request, ImportState? state, CancellationToken cancellationToken)
    {
        using var digest = new ImportDigest(request.How);
        var (entries, counts, resumed) = (0, new ImportCounts(), default(ImportState));
        await foreach (var reading in request.Reader.ReadAsync(cancellationToken))
        {
            digest.Add(reading);
            entries++;
            resumed = state is not null && entries == state.Entries && digest.Current == state.Digest ? state : resumed;
            if (Problem(reading, request.Consents) is { } reason)
            {
                counts.Skip(reason);
            }
            else
            {
                counts.Post(ToPost);
            }
        }

        return new(entries, counts, resumed);
    }

    /// <summary>Why an entry is not posted, as far as that can be told without asking Cosecha.</summary>
    public static string? Problem(HistoryReading reading, ConsentList consents) =>
        reading.Message is not { } message ? reading.Skipped
        : IsTooLong(message) ? SkipReasons.TooLong
        : consents.Find(message.UserId) is null ? SkipReasons.NotListed
        : null;

    // One entry that is too long would have its whole batch refused.
    private static bool IsTooLong(HistoryMessage message)
    {
        string?[] ids = [message.UserId, message.ConversationId, message.MessageId, message.Channel];
        return message.Content.Length > MessageReader.MaxContent || ids.Any(i => i?.Length > Fields.MaxId);
    }
}
