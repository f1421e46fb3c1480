using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Cosecha.Messages;

namespace Cosecha.Azure.Tables;

/// <summary>The row of a message and back. Key: user key, then <c>{conversationId}|{ticks, 19 digits}|{messageId}</c>.</summary>
internal static class MessageRow
{
    /// <summary>Column of <see cref="StoredMessage.GapAfter"/>; missing for false.</summary>
    public const string GapAfter = "GapAfter";

    /// <summary>The columns of a header.</summary>
    public static IReadOnlyList<string> HeaderColumns { get; } =
    ["PartitionKey", "RowKey", "ConversationId", "MessageId", "Role", "Channel", "Grant"];

    /// <summary>The row key of a message.</summary>
    public static string RowKey(MessageHeader header) =>
        string.Create(CultureInfo.InvariantCulture, $"{header.ConversationId}|{header.Timestamp.UtcTicks:D19}|{header.MessageId}");

    /// <summary>Only the key, for a delete.</summary>
    public static TableEntity Key(MessageHeader header) => new(header.UserKey, RowKey(header));

    /// <summary>The row of a message. What people filter by has a column of its own; the label as a whole is JSON.</summary>
    public static TableEntity From(StoredMessage message) =>
        new(message.Header.UserKey, RowKey(message.Header))
        {
            ["ConversationId"] = message.Header.ConversationId,
            ["MessageId"] = message.Header.MessageId,
            ["Role"] = Code(message.Header.Role),
            ["SentAt"] = message.Header.Timestamp,
            ["Channel"] = message.Header.Channel,
            ["Grant"] = message.Header.Grant,
            ["Content"] = message.Content,
            ["Edited"] = message.Edited,
            ["Verdict"] = Code(message.Verdict),
            ["Reasons"] = string.Join(',', message.Reasons),
            ["Intent"] = message.Label?.Intent,
            ["Confidence"] = message.Label?.Confidence,
            ["Label"] = message.Label is null ? null : JsonSerializer.Serialize(message.Label, PipelineJson.Plain.Label),
            ["Labeler"] = message.Labeler?.Name,
            ["Model"] = message.Labeler?.Model,
            ["PromptVersion"] = message.Labeler?.PromptVersion,
            ["StoredAt"] = message.StoredAt,
            ["Redactions"] = JsonSerializer.Serialize(message.Redactions, PipelineJson.Plain.IReadOnlyListRedaction),
        };

    /// <summary>The header of a row.</summary>
    public static MessageHeader HeaderOf(TableEntity row)
    {
        var ticks = long.Parse(row.RowKey.Split('|')[1], CultureInfo.InvariantCulture);
        return new(
            row.PartitionKey,
            row.GetString("ConversationId"),
            row.GetString("MessageId"),
            Enum.Parse<Role>(row.GetString("Role"), ignoreCase: true),
            new DateTimeOffset(ticks, TimeSpan.Zero),
            row.GetString("Channel"),
            row.GetInt32("Grant")!.Value
        );
    }

    /// <summary>The message of a row.</summary>
    public static StoredMessage To(TableEntity row) =>
        new(
            HeaderOf(row),
            row.GetString("Content"),
            JsonSerializer.Deserialize(row.GetString("Redactions"), PipelineJson.Plain.IReadOnlyListRedaction)!,
            row.GetString("Label") is { } label ? JsonSerializer.Deserialize(label, PipelineJson.Plain.Label) : null,
            Enum.Parse<Verdict>(row.GetString("Verdict"), ignoreCase: true),
            row.GetString("Reasons").Split(',', StringSplitOptions.RemoveEmptyEntries),
            row.GetString("Labeler") is { } labeler ? new(labeler, row.GetString("Model"), row.GetString("PromptVersion")) : null,
            row.GetDateTimeOffset("StoredAt"),
            row.GetBoolean(GapAfter) ?? false
        )
        {
            Edited = row.GetString("Edited"),
        };

    /// <summary>The code of a role or verdict, as the columns hold it.</summary>
    public static string Code<T>(T value)
        where T : Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
