using System.Globalization;
using Cosecha.Capture;
using Cosecha.Cli.Client;
using Cosecha.Importing;
using Cosecha.Messages;

namespace Cosecha.Cli.Import;

/// <summary>Posts a history as a bot would have, and remembers how far it came.</summary>
internal sealed class ImportRun(ImportRequest request, CosechaClient client, TextWriter output, TextWriter errors)
{
    // Enough to see what is wrong with a file; the counts tell how often.
    private const int MaxNamedLines = 20;
    private readonly ImportStateFile _file = new(request.File);
    private readonly ImportRetry _retry = new(errors);
    private int _named;

    /// <summary>Says what would be posted.</summary>
    public async Task<int> TryAsync(CancellationToken cancellationToken)
    {
        var survey = await ImportSurvey.ReadAsync(request, null, cancellationToken);
        await output.WriteLineAsync(Line($"{survey.Entries:N0} entries: {ImportCounts.Listed(survey.Counts.Posted)}"));
        await output.WriteLineAsync(Line($"Skipped: {ImportCounts.Listed(survey.Counts.Skipped)}"));
        return 0;
    }

    /// <summary>Imports.</summary>
    /// <returns>0; 2 when Cosecha did not accept some of it.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var survey = await ImportSurvey.ReadAsync(request, _file.Read(), cancellationToken);
        if (survey.Resumed is { } resumed)
        {
            await errors.WriteLineAsync(Line($"Going on after entry {resumed.Entries:N0} of {survey.Entries:N0}."));
        }

        var counts = survey.Resumed?.Counts ?? new();
        var consents = new ImportConsents(request.Consents, client, _retry, errors);
        var progress = new ImportProgress(errors, TimeProvider.System, survey.Entries);
        try
        {
            await PostAsync(survey.Resumed?.Entries ?? 0, counts, consents, progress, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Interrupted. The same command goes on from here.");
            throw;
        }

        _file.Delete();
        await output.WriteLineAsync(Line($"{survey.Entries:N0} entries, {progress.Rate:N0} messages a second"));
        await output.WriteLineAsync(Line($"Posted: {ImportCounts.Listed(counts.Posted)}"));
        await output.WriteLineAsync(Line($"Skipped: {ImportCounts.Listed(counts.Skipped)}"));
        var anyInvalid = counts.Posted.Keys.Any(s => s.StartsWith("invalid", StringComparison.Ordinal));
        return anyInvalid || counts.Skipped.ContainsKey(SkipReasons.ConsentRefused) ? 2 : 0;
    }

    private async Task PostAsync(
        int done,
        ImportCounts counts,
        ImportConsents consents,
        ImportProgress progress,
        CancellationToken cancellationToken
    )
    {
        using var digest = new ImportDigest(request.How);
        var identity = new HistoryIdentity(request.Format);
        var batch = new List<(int Line, OutgoingMessage Message)>();
        var entries = 0;
        await foreach (var reading in request.Reader.ReadAsync(cancellationToken))
        {
            digest.Add(reading);
            // Also of what is not posted: it counts which of several equal messages comes next.
            var message = reading.Message is { } read ? Outgoing(read, identity) : null;
            if (++entries <= done)
            {
                continue;
            }

            var problem =
                ImportSurvey.Problem(reading, request.Consents) ?? await consents.ProblemAsync(message!.UserId, cancellationToken);
            if (problem is null)
            {
                batch.Add((reading.Line, message!));
            }
            else
            {
                counts.Skip(problem);
            }

            if (batch.Count == RequestReader.MaxMessages)
            {
                await SendAsync(batch, counts, cancellationToken);
                _file.Write(new(entries, digest.Current, counts));
                await progress.ShowAsync(entries, batch.Count);
                batch.Clear();
            }
        }

        await SendAsync(batch, counts, cancellationToken);
        await progress.ShowAsync(entries, batch.Count);
    }

    private OutgoingMessage Outgoing(HistoryMessage message, HistoryIdentity identity)
    {
        var (conversation, id) = identity.Of(message with { ConversationId = message.ConversationId ?? request.ConversationId });
        var role = message.Role == Role.User ? "user" : "assistant";
        return new(id, conversation, message.UserId, role, message.Content, message.Timestamp, message.Channel);
    }

    private async Task SendAsync(List<(int Line, OutgoingMessage Message)> batch, ImportCounts counts, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var messages = batch.Select(b => b.Message).ToList();
        var answer = await _retry.RunAsync(() => client.PostMessagesAsync(messages, cancellationToken), cancellationToken);
        foreach (var ((line, _), item) in batch.Zip(answer.Messages))
        {
            var reason = item.Field is null ? "" : $" ({item.Field} {item.Reason})";
            counts.Post(item.Status + reason);
            if (item.Field is not null && ++_named <= MaxNamedLines)
            {
                await errors.WriteLineAsync(Line($"Line {line}: {item.Field} {item.Reason}"));
            }
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
