using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cosecha.Cli.Demo;

/// <summary>Reads conversations as JSON lines.</summary>
internal static partial class ConversationFile
{
    /// <summary>The conversations of a file.</summary>
    /// <exception cref="InvalidDataException">A line is not a conversation; the message names it.</exception>
    public static async Task<IReadOnlyList<DemoConversation>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var conversations = new List<DemoConversation>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                conversations.Add(Parse(line) ?? throw new InvalidDataException($"{path}, line {number}, is not a conversation."));
            }
        }

        return conversations;
    }

    private static DemoConversation? Parse(string line)
    {
        try
        {
            return
                JsonSerializer.Deserialize(line, DemoJson.Default.ConversationLine) is { } read && RevokingTurn(read.Consent, out var turn)
                ? new(read.ConversationId, read.UserId, read.Consent.ValueKind != JsonValueKind.False, turn, read.Channel, read.Messages)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Consent is true, false, or "revoked_at_turn_k": the k-th message, from 1, is the one that revokes.</summary>
    private static bool RevokingTurn(JsonElement consent, out int? turn)
    {
        turn = null;
        if (consent.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return true;
        }

        var match = consent.ValueKind == JsonValueKind.String ? RevokedAt().Match(consent.GetString()!) : Match.Empty;
        turn = match.Success ? int.Parse(match.Groups["turn"].ValueSpan, provider: null) : null;
        return match.Success;
    }

    [GeneratedRegex(@"^revoked_at_turn_(?<turn>[1-9][0-9]{0,5})\z", RegexOptions.NonBacktracking)]
    private static partial Regex RevokedAt();
}
