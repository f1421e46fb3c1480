using System.Text.Json;

namespace Cosecha.Datasets.Checks;

/// <summary>What tool calls, their answers and the offered tools must be.</summary>
internal static class ToolRules
{
    /// <summary>Checks a message's calls, or which call it answers.</summary>
    public static IEnumerable<FindingCode> Check(JsonElement message, string? role, HashSet<string> calls)
    {
        if (message.TryGetProperty("tool_calls", out var list))
        {
            if (role is not (null or MessageRules.Assistant))
            {
                yield return FindingCode.ToolCallsMisplaced;
            }

            if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0 || !list.EnumerateArray().All(IsCall))
            {
                yield return FindingCode.ToolCallsInvalid;
            }
            else
            {
                calls.UnionWith(list.EnumerateArray().Select(call => call.GetProperty("id").GetString()!));
            }
        }

        if (CheckAnswer(message, role, calls) is { } code)
        {
            yield return code;
        }
    }

    /// <summary>Checks what an example offers beside its messages.</summary>
    public static void CheckOffer(JsonElement line, LineFindings findings)
    {
        var wrongTools =
            line.TryGetProperty("tools", out var tools)
            && (tools.ValueKind != JsonValueKind.Array || tools.EnumerateArray().Any(t => t.ValueKind != JsonValueKind.Object));
        var wrongParallel =
            line.TryGetProperty("parallel_tool_calls", out var parallel)
            && parallel.ValueKind is not (JsonValueKind.True or JsonValueKind.False);
        if (wrongTools || wrongParallel)
        {
            findings.Add(FindingCode.ToolsInvalid);
        }
    }

    private static FindingCode? CheckAnswer(JsonElement message, string? role, HashSet<string> calls)
    {
        var there = message.TryGetProperty("tool_call_id", out var id);
        return (role, there) switch
        {
            (MessageRules.Tool, false) => FindingCode.ToolCallIdMissing,
            (MessageRules.Tool, true) when !ContentRules.IsText(id) || !calls.Contains(id.GetString()!) => FindingCode.ToolCallUnknown,
            (not (null or MessageRules.Tool), true) => FindingCode.ToolCallIdMisplaced,
            _ => null,
        };
    }

    private static bool IsCall(JsonElement call) =>
        ContentRules.HasText(call, "id")
        && ContentRules.HasText(call, "type")
        && call.GetProperty("type").ValueEquals("function")
        && call.TryGetProperty("function", out var function)
        && ContentRules.HasText(function, "name")
        && ContentRules.HasText(function, "arguments");
}
