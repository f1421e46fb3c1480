using System.Text.Json;

namespace Cosecha.Datasets.Checks;

/// <summary>What a line of preference pairs must be (Azure OpenAI, direct preference optimization), and how many tokens it has.</summary>
internal static class PreferenceRules
{
    private static readonly string[] s_keys = ["input", "preferred_output", "non_preferred_output"];
    private static readonly string[] s_outputs = ["preferred_output", "non_preferred_output"];
    private static readonly string[] s_outputRoles = [MessageRules.Assistant, MessageRules.Tool];

    public static void Check(JsonElement line, LineFindings findings)
    {
        MessageRules.CheckKeys(line, s_keys, findings);
        var calls = new HashSet<string>(StringComparer.Ordinal);
        if (line.TryGetProperty("input", out var input) && input.ValueKind == JsonValueKind.Object)
        {
            ChatRules.CheckInput(input, calls, findings);
        }
        else
        {
            findings.Add(FindingCode.InputMissing);
        }

        foreach (var key in s_outputs)
        {
            CheckOutput(line, key, [.. calls], findings);
        }

        if (!findings.HasErrors && JsonElement.DeepEquals(line.GetProperty(s_outputs[0]), line.GetProperty(s_outputs[1])))
        {
            findings.Add(FindingCode.EqualOutputs);
        }
    }

    /// <summary>Both outputs are trained on; the limit holds for the input with one of them.</summary>
    public static ExampleSize Measure(JsonElement line, TokenCounter tokens)
    {
        var messages = line.GetProperty("input").GetProperty("messages");
        var input = TokenCounter.Reply + messages.EnumerateArray().Sum(tokens.CountMessage);
        var outputs = s_outputs.Select(key => line.GetProperty(key).EnumerateArray().Sum(tokens.CountMessage)).ToArray();
        var assistant = s_outputs.Sum(key => ChatRules.AssistantTokens(line.GetProperty(key), tokens));
        return new(messages.GetArrayLength(), input + outputs.Sum(), input + outputs.Max(), assistant);
    }

    private static void CheckOutput(JsonElement line, string key, HashSet<string> calls, LineFindings findings)
    {
        if (!ChatRules.IsFilledList(line, key, out var output))
        {
            findings.Add(FindingCode.OutputMissing);
            return;
        }

        if (!ChatRules.CheckMessages(output, s_outputRoles, calls, findings).Contains(MessageRules.Assistant))
        {
            findings.Add(FindingCode.OutputWithoutAssistant);
        }
    }
}
