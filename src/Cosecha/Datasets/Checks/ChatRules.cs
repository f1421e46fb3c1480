using System.Text.Json;

namespace Cosecha.Datasets.Checks;

/// <summary>What a line of the chat format must be, and how many tokens it has.</summary>
internal static class ChatRules
{
    private static readonly string[] s_keys = ["messages", "tools", "parallel_tool_calls"];
    private static readonly string[] s_roles = [MessageRules.System, MessageRules.User, MessageRules.Assistant, MessageRules.Tool];

    public static void Check(JsonElement line, LineFindings findings)
    {
        var roles = CheckInput(line, [], findings);
        if (roles.Count == 0)
        {
            return;
        }

        if (roles[^1] is not (null or MessageRules.Assistant))
        {
            findings.Add(FindingCode.LastNotAssistant);
        }

        if (!findings.HasErrors && line.GetProperty("messages").EnumerateArray().Where(IsAssistants).All(HasNoWeight))
        {
            findings.Add(FindingCode.NothingTrained);
        }
    }

    /// <summary>Checks messages and the tools offered with them.</summary>
    /// <returns>The roles of the messages, null for one that is none.</returns>
    public static List<string?> CheckInput(JsonElement input, HashSet<string> calls, LineFindings findings)
    {
        MessageRules.CheckKeys(input, s_keys, findings);
        ToolRules.CheckOffer(input, findings);
        if (!IsFilledList(input, "messages", out var messages))
        {
            findings.Add(FindingCode.MessagesMissing);
            return [];
        }

        var roles = CheckMessages(messages, s_roles, calls, findings);
        foreach (
            var (role, code) in ((string, FindingCode)[])
                [(MessageRules.System, FindingCode.NoSystem), (MessageRules.User, FindingCode.NoUser)]
        )
        {
            if (!roles.Contains(role))
            {
                findings.Add(code);
            }
        }

        return roles;
    }

    /// <summary>Checks a list of messages; the roles, null for a message that has none.</summary>
    public static List<string?> CheckMessages(JsonElement messages, string[] roles, HashSet<string> calls, LineFindings findings) =>
        [.. messages.EnumerateArray().Select((message, index) => MessageRules.Check(message, index + 1, roles, calls, findings))];

    public static bool IsFilledList(JsonElement element, string key, out JsonElement list) =>
        element.TryGetProperty(key, out list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0;

    public static ExampleSize Measure(JsonElement line, TokenCounter tokens)
    {
        var messages = line.GetProperty("messages");
        var all = TokenCounter.Reply + messages.EnumerateArray().Sum(tokens.CountMessage);
        return new(messages.GetArrayLength(), all, all, AssistantTokens(messages, tokens));
    }

    public static int AssistantTokens(JsonElement messages, TokenCounter tokens) =>
        messages.EnumerateArray().Where(IsAssistants).Sum(m => m.TryGetProperty("content", out var content) ? tokens.Count(content) : 0);

    public static bool IsAssistants(JsonElement message) => message.GetProperty("role").ValueEquals(MessageRules.Assistant);

    private static bool HasNoWeight(JsonElement message) => message.TryGetProperty("weight", out var weight) && weight.GetInt32() == 0;
}
