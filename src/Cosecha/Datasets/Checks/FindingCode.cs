using System.Text.Json.Serialization;
using Cosecha.Messages;

namespace Cosecha.Datasets.Checks;

/// <summary>The closed list of what a check finds; <see cref="FindingCodes.Describe"/> says each in a sentence. On the wire in snake case.</summary>
[JsonConverter(typeof(WireNameConverter<FindingCode>))]
public enum FindingCode
{
    /// <summary>512 MB or more (Azure OpenAI, fine-tuning guide).</summary>
    FileTooLarge,

    /// <summary>Fewer than <see cref="ExportStage.MinExamples"/> examples.</summary>
    TooFewExamples,

    /// <summary>Fewer than <see cref="DatasetChecker.AdvisedExamples"/> examples.</summary>
    FewExamples,

    /// <summary>Longer than <see cref="LineReader.MaxBytes"/>.</summary>
    LineTooLong,

    /// <summary>Nothing but white space.</summary>
    EmptyLine,

    /// <summary>Bytes that are no UTF-8.</summary>
    InvalidUtf8,

    /// <summary>A byte order mark at the start of a line that is not the first, as when files are joined.</summary>
    BomInside,

    /// <summary>CR LF instead of LF.</summary>
    Crlf,

    /// <summary>No JSON.</summary>
    NotJson,

    /// <summary>Something after the object.</summary>
    TrailingContent,

    /// <summary>JSON, but no object.</summary>
    NotAnObject,

    /// <summary>The same key twice in one object.</summary>
    DuplicateKey,

    /// <summary>An escape that is half a character: one surrogate without the other.</summary>
    UnreadableText,

    /// <summary>No key of any known format.</summary>
    UnknownFormat,

    /// <summary>Another format than that of the lines before.</summary>
    OtherFormat,

    /// <summary>A key that the format does not know.</summary>
    UnknownKey,

    /// <summary>The same line as an earlier one.</summary>
    DuplicateLine,

    /// <summary>More tokens than the model takes: services cut the example off.</summary>
    OverTokenLimit,

    /// <summary><c>messages</c> is missing, empty or no list.</summary>
    MessagesMissing,

    /// <summary>A message that is no object.</summary>
    MessageNotAnObject,

    /// <summary>A message without a role.</summary>
    RoleMissing,

    /// <summary>A role that does not exist, or may not stand there.</summary>
    RoleUnknown,

    /// <summary>A message without content, or with null, and without tool calls.</summary>
    ContentMissing,

    /// <summary>Content of nothing but white space.</summary>
    ContentEmpty,

    /// <summary>Content that is neither text nor a list of text and image parts.</summary>
    ContentInvalid,

    /// <summary><c>name</c> is no text or empty.</summary>
    NameInvalid,

    /// <summary><c>weight</c> is neither 0 nor 1.</summary>
    WeightInvalid,

    /// <summary><c>weight</c> on a message that is not the assistant's.</summary>
    WeightMisplaced,

    /// <summary><c>tool_calls</c> is no list of functions with id, name and arguments as text.</summary>
    ToolCallsInvalid,

    /// <summary><c>tool_calls</c> on a message that is not the assistant's.</summary>
    ToolCallsMisplaced,

    /// <summary>A tool's message without <c>tool_call_id</c>.</summary>
    ToolCallIdMissing,

    /// <summary><c>tool_call_id</c> on a message that is no tool's.</summary>
    ToolCallIdMisplaced,

    /// <summary>A <c>tool_call_id</c> that no message before it called.</summary>
    ToolCallUnknown,

    /// <summary><c>tools</c> is no list of objects, or <c>parallel_tool_calls</c> neither true nor false.</summary>
    ToolsInvalid,

    /// <summary>The last message is not the assistant's.</summary>
    LastNotAssistant,

    /// <summary>Every message of the assistant has weight 0.</summary>
    NothingTrained,

    /// <summary>No system message.</summary>
    NoSystem,

    /// <summary>No user message.</summary>
    NoUser,

    /// <summary><c>prompt</c> is missing or no text.</summary>
    PromptMissing,

    /// <summary><c>completion</c> is missing, no text or empty.</summary>
    CompletionMissing,

    /// <summary><c>input</c> is missing or no object.</summary>
    InputMissing,

    /// <summary><c>preferred_output</c> or <c>non_preferred_output</c> is missing, empty or no list.</summary>
    OutputMissing,

    /// <summary>An output without a message of the assistant.</summary>
    OutputWithoutAssistant,

    /// <summary>The preferred output is the other one.</summary>
    EqualOutputs,
}
