using System.Text.Json;

namespace Cosecha.Datasets.Checks;

/// <summary>What one chat message must be (OpenAI API reference, chat completions; Azure OpenAI, fine-tuning guide).</summary>
internal static class MessageRules
{
    public const string System = "system";
    public const string User = "user";
    public const string Assistant = "assistant";
    public const string Tool = "tool";

    private static readonly string[] s_keys = ["role", "content", "name", "weight", "tool_calls", "tool_call_id"];

    /// <summary>Checks a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="number">Its number in its list, from 1.</param>
    /// <param name="roles">The roles that may stand there.</param>
    /// <param name="calls">The ids of the tool calls so far; those of the message are added.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>Its role; null when it has none.</returns>
    public static string? Check(JsonElement message, int number, string[] roles, HashSet<string> calls, LineFindings findings)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            findings.Add(FindingCode.MessageNotAnObject, number);
            return null;
        }

        CheckKeys(message, s_keys, findings, number);
        var role = CheckRole(message, number, roles, findings);
        var found = ContentRules
            .Check(message, role)
            .Concat(CheckName(message))
            .Concat(CheckWeight(message, role))
            .Concat(ToolRules.Check(message, role, calls));
        foreach (var code in found)
        {
            findings.Add(code, number);
        }

        return role;
    }

    /// <summary>Finds keys that are not among the known ones; one finding an object.</summary>
    public static void CheckKeys(JsonElement element, string[] known, LineFindings findings, int? number = null)
    {
        if (element.EnumerateObject().Any(property => !known.Any(property.NameEquals)))
        {
            findings.Add(FindingCode.UnknownKey, number);
        }
    }

    private static string? CheckRole(JsonElement message, int number, string[] roles, LineFindings findings)
    {
        if (!message.TryGetProperty("role", out var value))
        {
            findings.Add(FindingCode.RoleMissing, number);
            return null;
        }

        var role = value.ValueKind == JsonValueKind.String ? Array.Find(roles, value.ValueEquals) : null;
        if (role is null)
        {
            findings.Add(FindingCode.RoleUnknown, number);
        }

        return role;
    }

    private static IEnumerable<FindingCode> CheckName(JsonElement message)
    {
        if (message.TryGetProperty("name", out var name) && !ContentRules.IsText(name))
        {
            yield return FindingCode.NameInvalid;
        }
    }

    private static IEnumerable<FindingCode> CheckWeight(JsonElement message, string? role)
    {
        if (!message.TryGetProperty("weight", out var weight))
        {
            yield break;
        }

        if (weight.ValueKind != JsonValueKind.Number || !weight.TryGetInt32(out var value) || value is not (0 or 1))
        {
            yield return FindingCode.WeightInvalid;
        }

        if (role is not (null or Assistant))
        {
            yield return FindingCode.WeightMisplaced;
        }
    }
}
