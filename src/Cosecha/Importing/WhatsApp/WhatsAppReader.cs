using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Cosecha.Messages;

namespace Cosecha.Importing.WhatsApp;

/// <summary>
/// Reads a chat that WhatsApp exported as text. A line of a message that looks like the beginning of one, in the very form of the export, cannot be told from one: WhatsApp
/// escapes nothing.
/// </summary>
public sealed class WhatsAppReader(Func<TextReader> open, WhatsAppOptions options, TimeProvider clock) : IHistoryReader
{
    private const string Channel = "whatsapp";

    // Clocks and time zones are often wrong, but not by more than a day: as the front door has it.
    private static readonly TimeSpan s_ahead = TimeSpan.FromDays(1);
    private readonly string _assistant = ChatEntry.CleanSender(options.Assistant);

    /// <inheritdoc/>
    public async IAsyncEnumerable<HistoryReading> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var survey = await SurveyAsync(cancellationToken);
        var users = survey.Senders.Where(s => !IsAssistant(s)).ToList();
        if (options.UserId is not null && users.Count > 1)
        {
            throw new InvalidDataException($"--user is for a chat with one user; this one has {users.Count}.");
        }

        var only = options.UserId ?? (users.Count == 1 ? users[0] : null);
        var (last, same) = (default(DateTime), 0);
        using var chat = open();
        await foreach (var (line, time, rest) in EntriesAsync(chat, survey, cancellationToken))
        {
            // The clock of an export is coarse. What was written later must stand later, or questions and answers mix.
            same = time == last ? same + 1 : 0;
            last = time;
            yield return rest is null
                ? HistoryReading.Skip(line, SkipReasons.NoHeader)
                : Read(line, time, same, ChatEntry.Read(rest, survey.Form.IsBracketed), only, users.Count);
        }
    }

    private async Task<ChatSurvey> SurveyAsync(CancellationToken cancellationToken)
    {
        using var chat = open();
        var latest = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), options.Zone).DateTime + s_ahead;
        var survey = await ChatSurvey.ReadAsync(chat, options.Order, latest, cancellationToken);
        return survey.Senders.Any(IsAssistant)
            ? survey
            : throw new InvalidDataException($"The chat has {survey.Senders.Count} senders, and none is called as --assistant says.");
    }

    private HistoryReading Read(int line, DateTime time, int same, ChatEntry entry, string? only, int users)
    {
        var isAssistant = IsAssistant(entry.Sender);
        var user = only ?? (isAssistant ? null : entry.Sender);
        if (entry.Skipped is not null || user is null)
        {
            return HistoryReading.Skip(line, entry.Skipped ?? (users == 0 ? SkipReasons.NoUser : SkipReasons.SeveralUsers));
        }

        // A time that the clock skipped in spring has an offset all the same: that of winter.
        var timestamp = new DateTimeOffset(time, options.Zone.GetUtcOffset(time)).AddMilliseconds(same);
        var moment = time.ToString("s", CultureInfo.InvariantCulture);
        var role = isAssistant ? Role.Assistant : Role.User;
        return HistoryReading.Of(line, new(user, role, entry.Text, timestamp, moment) { Channel = Channel });
    }

    private bool IsAssistant(string sender) => sender.Equals(_assistant, StringComparison.OrdinalIgnoreCase);

    /// <summary>The entries with all their lines; without a rest what stands before the first one.</summary>
    private static async IAsyncEnumerable<(int Line, DateTime Time, string? Text)> EntriesAsync(
        TextReader chat,
        ChatSurvey survey,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (begin, time, rest) = (1, default(DateTime), new StringBuilder());
        var isEntry = false;
        for (var number = 1; await chat.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (ChatHeader.Read(line) is not { } header || survey.TimeOf(header) is not { } found)
            {
                rest.Append('\n').Append(line);
                continue;
            }

            if (isEntry || rest.Length > 0)
            {
                yield return (begin, time, isEntry ? rest.ToString() : null);
            }

            (begin, time, isEntry) = (number, found, true);
            rest.Clear().Append(header.Rest);
        }

        if (isEntry)
        {
            yield return (begin, time, rest.ToString());
        }
    }
}
