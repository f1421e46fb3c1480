using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cosecha.Telemetry;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Cosecha.Ai;

/// <summary>
/// Asks the model about one text and takes nothing but JSON of a schema for an answer. The text travels as a JSON string in a message of its own,
/// so that instructions inside it are data. What was answered within a day is not asked again. Safe to share between threads.
/// </summary>
public sealed class StructuredChat(
    IChatClient client,
    IOptions<AiOptions> options,
    PipelineMetrics metrics,
    AiStatus status,
    TimeProvider clock
) : IDisposable
{
    private const int CachedAnswers = 10_000;

    // The model behind a deployment's name may change.
    private static readonly TimeSpan s_cachedFor = TimeSpan.FromDays(1);

    private static readonly Question<string> s_ready = new(
        "ready",
        "Answer whether you are ready.",
        JsonElement.Parse(
            """{"type":"object","additionalProperties":false,"required":["ready"],"properties":{"ready":{"type":"boolean"}}}"""
        ),
        AiJson.Default.String
    );

    private readonly AiMeter _meter = new(options.Value, metrics);
    private readonly SemaphoreSlim _calls = new(options.Value.MaxConcurrentCalls);
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = CachedAnswers });

    /// <summary>Asks, unless the same text was answered before; what failed is asked again.</summary>
    /// <param name="question">What to do with the text.</param>
    /// <param name="text">The text: anonymized, since it leaves the app.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AiUnavailableException">The service did not do its work.</exception>
    public async Task<AiReply<T>> AskAsync<T>(Question<T> question, string text, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(question);
        // One model and one set of prompts live as long as this object: question and text tell the answers apart.
        var key = $"{question.Name} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
        if (_answers.TryGetValue(key, out T? known))
        {
            return new(known, null);
        }

        var reply = await CallAsync(question, text, cancellationToken);
        if (reply.Value is { } answer)
        {
            using var entry = _answers.CreateEntry(key);
            (entry.Value, entry.Size, entry.AbsoluteExpirationRelativeToNow) = (answer, 1, s_cachedFor);
        }

        return reply;
    }

    /// <summary>Asks for nothing in the way of every question, to see whether the service and the model take such.</summary>
    /// <exception cref="AiUnavailableException">They do not.</exception>
    public Task CheckAsync(CancellationToken cancellationToken) =>
        status.WatchAsync(() => client.GetResponseAsync(Conversation(s_ready, "ping"), OptionsFor(s_ready), cancellationToken));

    /// <inheritdoc/>
    public void Dispose()
    {
        _calls.Dispose();
        _answers.Dispose();
    }

    private async Task<AiReply<T>> CallAsync<T>(Question<T> question, string text, CancellationToken cancellationToken)
        where T : class
    {
        await _calls.WaitAsync(cancellationToken);
        var start = clock.GetTimestamp();
        try
        {
            var response = await status.WatchAsync(() =>
                client.GetResponseAsync(Conversation(question, text), OptionsFor(question), cancellationToken)
            );
            var reply = Read(question, response);
            _meter.Answered(reply.Failure, response.Usage, clock.GetElapsedTime(start));
            return reply;
        }
        catch (AiUnavailableException)
        {
            _meter.Unavailable(clock.GetElapsedTime(start));
            throw;
        }
        finally
        {
            _calls.Release();
        }
    }

    private static ChatMessage[] Conversation<T>(Question<T> question, string text)
        where T : class =>
        [
            new(ChatRole.System, question.Instructions),
            new(ChatRole.User, $$"""{"text":{{JsonSerializer.Serialize(text, AiJson.Default.String)}}}"""),
        ];

    private ChatOptions OptionsFor<T>(Question<T> question)
        where T : class =>
        new()
        {
            Temperature = 0,
            MaxOutputTokens = options.Value.MaxOutputTokens,
            ResponseFormat = ChatResponseFormat.ForJsonSchema(question.Schema, question.Name),
            // The key under which Microsoft.Extensions.AI.OpenAI looks for the service's own "strict" flag.
            AdditionalProperties = new() { ["strict"] = true },
        };

    private static AiReply<T> Read<T>(Question<T> question, ChatResponse response)
        where T : class
    {
        if (response.FinishReason == ChatFinishReason.ContentFilter)
        {
            return new(null, AiFailures.ContentFilter);
        }

        if (response.Messages.Any(m => m.Contents.OfType<ErrorContent>().Any()))
        {
            return new(null, AiFailures.Refusal);
        }

        return response.FinishReason == ChatFinishReason.Length ? new(null, AiFailures.CutOff) : Parse(question, response.Text);
    }

    private static AiReply<T> Parse<T>(Question<T> question, string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, question.Json) is { } value && question.IsAllowed?.Invoke(value) != false
                ? new(value, null)
                : new(null, AiFailures.Unparsable);
        }
        catch (JsonException)
        {
            return new(null, AiFailures.Unparsable);
        }
    }
}
