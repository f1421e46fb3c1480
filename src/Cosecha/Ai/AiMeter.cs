using Cosecha.Telemetry;
using Microsoft.Extensions.AI;
using static Cosecha.Telemetry.AttributeKeys;

namespace Cosecha.Ai;

/// <summary>What questions to the language model come to: outcome, time, tokens and cost.</summary>
internal sealed class AiMeter(AiOptions options, PipelineMetrics metrics)
{
    private const double Million = 1_000_000;

    // The conventions' names of providers.
    private readonly string _provider = options.Service == AiService.AzureOpenAI ? "azure.ai.openai" : "openai";

    /// <summary>The model answered.</summary>
    /// <param name="failure">A code of <see cref="AiFailures"/>; null when the answer is of use.</param>
    /// <param name="usage">What the service says of the tokens; null when it says nothing.</param>
    /// <param name="duration">How long it took.</param>
    public void Answered(string? failure, UsageDetails? usage, TimeSpan duration)
    {
        Count(failure, duration);
        if (failure == AiFailures.Unparsable)
        {
            metrics.Count(CounterNames.ParseErrors, ParseSources.AiAnswer);
        }

        if (usage is null)
        {
            return;
        }

        var (input, output) = (usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0);
        CountTokens("input", input);
        CountTokens("output", output);
        metrics.Count(
            CounterNames.AiCost,
            by: ((input * options.InputPricePerMillion) + (output * options.OutputPricePerMillion)) / Million
        );
    }

    /// <summary>The service did not do its work.</summary>
    /// <param name="duration">How long that took.</param>
    public void Unavailable(TimeSpan duration) => Count("unavailable", duration);

    private void Count(string? failure, TimeSpan duration)
    {
        metrics.Count(CounterNames.AiCalls, failure ?? "ok");
        metrics.Record(
            Instruments.AiDuration,
            duration.TotalSeconds,
            (AiOperation, "chat"),
            (AiProvider, _provider),
            (AiModel, options.Model),
            (ErrorType, failure)
        );
    }

    private void CountTokens(string type, long tokens)
    {
        metrics.Count(CounterNames.AiTokens, type, tokens);
        metrics.Record(
            Instruments.AiTokens,
            tokens,
            (AiOperation, "chat"),
            (AiProvider, _provider),
            (AiModel, options.Model),
            (AiTokenType, type)
        );
    }
}
