using System.Text.Json;

namespace Cosecha.Datasets.Checks;

/// <summary>What a line of the prompt/completion format must be, and how many tokens it has.</summary>
internal static class CompletionRules
{
    private static readonly string[] s_keys = ["prompt", "completion"];

    public static void Check(JsonElement line, LineFindings findings)
    {
        MessageRules.CheckKeys(line, s_keys, findings);
        if (!line.TryGetProperty("prompt", out var prompt) || prompt.ValueKind != JsonValueKind.String)
        {
            findings.Add(FindingCode.PromptMissing);
        }

        if (!ContentRules.HasText(line, "completion"))
        {
            findings.Add(FindingCode.CompletionMissing);
        }
    }

    public static ExampleSize Measure(JsonElement line, TokenCounter tokens)
    {
        var completion = tokens.Count(line.GetProperty("completion"));
        var all = tokens.Count(line.GetProperty("prompt")) + completion;
        return new(2, all, all, completion);
    }
}
