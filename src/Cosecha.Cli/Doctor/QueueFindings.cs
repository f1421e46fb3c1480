using System.Text;
using Cosecha.Azure;
using Cosecha.Messages;

namespace Cosecha.Cli.Doctor;

/// <summary>What is to be said of the messages of a queue: how many cannot be read, never what is in them.</summary>
/// <param name="queue">Its name.</param>
/// <param name="app">The options by which commands find the running app, with a space before; empty for one on this machine.</param>
internal sealed class QueueFindings(string queue, string app)
{
    private const string NotBase64 = "not_base64";

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Dictionary<string, Func<string, string?>> s_readers = new()
    {
        [StorageNames.CapturedQueue] = payload => Payload.Read(payload, PipelineJson.Plain.MessageBatchCapturedMessage).Refusal,
        [StorageNames.AnonymizedQueue] = payload => Payload.Read(payload, PipelineJson.Plain.MessageBatchAnonymizedMessage).Refusal,
        [StorageNames.LabeledQueue] = payload => Payload.Read(payload, PipelineJson.Plain.MessageBatchLabeledMessage).Refusal,
        [StorageNames.ErasureQueue] = payload => Payload.Read(payload, PipelineJson.Plain.MessageBatchErasureOrder).Refusal,
    };

    private bool IsPoison => queue.EndsWith(StorageNames.PoisonSuffix, StringComparison.Ordinal);

    private string Main => IsPoison ? queue[..^StorageNames.PoisonSuffix.Length] : queue;

    /// <summary>A finding for each reason for which messages cannot be read, and one for a poison queue that is not empty.</summary>
    public IEnumerable<Finding> Of(IReadOnlyList<string> messages)
    {
        foreach (var refused in messages.Select(Refusal).OfType<string>().GroupBy(reason => reason))
        {
            // In a poison queue they do no more harm.
            var verdict = IsPoison ? Verdict.Warn : Verdict.Fail;
            yield return new(
                verdict,
                "queue messages",
                $"{queue}: {refused.Count()} of {messages.Count} {Words(refused.Key)}",
                Mend(refused.Key)
            );
        }

        var readable = messages.Count(message => Refusal(message) is null);
        if (IsPoison && readable > 0)
        {
            yield return new(
                Verdict.Warn,
                "queue messages",
                $"{queue}: {Wording.Count(readable, "message")} failed for good",
                $"./cosecha failures --queue {Main}{app} tells why; once that is mended: ./cosecha redrive {Main}{app}"
            );
        }
    }

    private string? Refusal(string message)
    {
        try
        {
            return s_readers[Main](s_strict.GetString(Convert.FromBase64String(message)));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            return NotBase64;
        }
    }

    private static string Words(string refusal) =>
        refusal switch
        {
            NotBase64 => "are not base64: Cosecha has not sent them",
            PayloadRefusals.UnknownSchema => "were written by another version of Cosecha",
            _ => $"cannot be read ({refusal}): Cosecha has not sent them",
        };

    private string Mend(string refusal) =>
        refusal == PayloadRefusals.UnknownSchema
            ? $"deploy the version that wrote them, then ./cosecha redrive {Main}{app}"
            : $"stop whoever sends them; {Fate}. To look: az storage message peek --queue-name {queue} --num-messages 32";

    private string Fate => IsPoison ? "here they do no more harm, and go after Retention__Poison" : $"the host moves them to {Main}-poison";
}
