using Cosecha.Cli.Client;
using Cosecha.Consent;
using Cosecha.Importing;

namespace Cosecha.Cli.Import;

/// <summary>Reports the listed consents of the users that a history has, and tells whose messages may be posted.</summary>
internal sealed class ImportConsents(ConsentList list, CosechaClient client, ImportRetry retry, TextWriter errors)
{
    private readonly Dictionary<string, string?> _answers = new(StringComparer.Ordinal);

    /// <summary>Why nothing of the user may be posted; null when it may.</summary>
    public async Task<string?> ProblemAsync(string userId, CancellationToken cancellationToken)
    {
        if (list.Find(userId) is not { } listed)
        {
            return SkipReasons.NotListed;
        }

        var key = Pseudonyms.Canonical(userId);
        if (!_answers.TryGetValue(key, out var problem))
        {
            _answers[key] = problem = await ReportAsync(listed, cancellationToken);
        }

        return problem;
    }

    private async Task<string?> ReportAsync(ListedConsent listed, CancellationToken cancellationToken)
    {
        var grant = new ConsentGrant(listed.TextVersion, listed.Language, listed.Channel)
        {
            At = listed.At,
            EvidenceMessageId = listed.EvidenceMessageId,
            Purposes = listed.Purposes,
        };
        try
        {
            var answer = await retry.RunAsync(() => client.GrantAsync(listed.UserId, grant, cancellationToken), cancellationToken);
            return Problem(answer);
        }
        catch (CosechaApiException e) when (e.Status == 400)
        {
            await errors.WriteLineAsync($"Line {listed.Line} of the consent list: {e.Message}");
            return SkipReasons.ConsentRefused;
        }
    }

    // After a withdrawal a later yes may stand. Whether it is for what was said before the withdrawal, only the operator can know, by listing that yes.
    private static string? Problem(GrantAnswer answer) =>
        answer.Status != "granted" || answer.Purposes?.Contains("training") != true ? SkipReasons.NotGranted
        : answer.Outcome == "superseded" ? SkipReasons.Superseded
        : null;
}
