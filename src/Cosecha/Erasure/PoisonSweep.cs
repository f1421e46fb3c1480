using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cosecha.Consent;
using Cosecha.Telemetry;

namespace Cosecha.Erasure;

/// <summary>Takes out of the poison queues what its users no longer allow; the rest of a queue message stays where it is.</summary>
public sealed class PoisonSweep(IPoisonQueues queues, IConsentStore consents, PipelineMetrics metrics)
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Looks through all poison queues.</summary>
    /// <returns>Whether all messages were seen; if not, run it again later.</returns>
    public Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, ConsentState?>();
        return queues.RewriteAsync(RemainderAsync, cancellationToken);

        async Task<string?> RemainderAsync(string payload)
        {
            if (MessagesIn(payload) is not { } messages)
            {
                return payload;
            }

            var gone = new List<JsonNode>();
            foreach (var message in messages)
            {
                if (message?["header"] is JsonObject header && !await CoversAsync(header))
                {
                    gone.Add(message);
                }
            }

            if (gone.Count == 0)
            {
                return payload;
            }

            gone.ForEach(m => messages.Remove(m));
            metrics.Count(CounterNames.Withdrawn, "poison", gone.Count);
            return messages.Count == 0 ? null : messages.Root.ToJsonString(s_plain);
        }

        async Task<bool> CoversAsync(JsonObject header)
        {
            if (header["userKey"] is not JsonValue key || !key.TryGetValue<string>(out var userKey))
            {
                return true;
            }

            if (!states.TryGetValue(userKey, out var state))
            {
                states[userKey] = state = await consents.FindAsync(userKey, cancellationToken);
            }

            return header["grant"] is JsonValue grant && grant.TryGetValue<int>(out var number) && state?.Covers(number) == true;
        }
    }

    /// <summary>The messages of a payload of any stage; null for what nobody can read: it names no user.</summary>
    private static JsonArray? MessagesIn(string payload)
    {
        try
        {
            return JsonNode.Parse(payload) is JsonObject batch ? batch["messages"] as JsonArray : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
