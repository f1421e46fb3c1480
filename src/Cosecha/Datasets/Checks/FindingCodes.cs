namespace Cosecha.Datasets.Checks;

/// <summary>What the codes mean.</summary>
public static class FindingCodes
{
    /// <summary>How bad it is.</summary>
    public static Severity SeverityOf(FindingCode code) =>
        code
            is FindingCode.FewExamples
                or FindingCode.Crlf
                or FindingCode.DuplicateLine
                or FindingCode.OverTokenLimit
                or FindingCode.NothingTrained
                or FindingCode.NoSystem
                or FindingCode.NoUser
                or FindingCode.EqualOutputs
            ? Severity.Warning
            : Severity.Error;

    /// <summary>The code as a sentence, without its full stop.</summary>
    public static string Describe(FindingCode code) =>
        code switch
        {
            FindingCode.FileTooLarge => "the file has 512 MB or more",
            FindingCode.TooFewExamples => $"there are fewer than {ExportStage.MinExamples} examples",
            FindingCode.FewExamples => $"there are fewer than {DatasetChecker.AdvisedExamples} examples: little will be learned",
            FindingCode.LineTooLong => $"the line is longer than {LineReader.MaxBytes / 1024 / 1024} MB and was not read",
            FindingCode.EmptyLine => "the line is empty",
            FindingCode.InvalidUtf8 => "the line is not UTF-8",
            FindingCode.BomInside => "the line begins with a byte order mark, which only the first may",
            FindingCode.Crlf => "lines end in CR LF; LF alone is safer",
            FindingCode.NotJson => "the line is not JSON",
            FindingCode.TrailingContent => "something follows after the object",
            FindingCode.NotAnObject => "the line is not a JSON object",
            FindingCode.DuplicateKey => "a key stands twice in one object",
            FindingCode.UnreadableText => "a text holds half a character (a surrogate alone)",
            FindingCode.UnknownFormat => "the keys are those of no format: messages, prompt and completion, or input and outputs",
            FindingCode.OtherFormat => "the line has another format than the lines before it",
            FindingCode.UnknownKey => "a key is unknown to the service",
            FindingCode.DuplicateLine => "the line repeats an earlier one",
            FindingCode.OverTokenLimit => "the example has more tokens than the model takes and will be cut off",
            _ => DescribeContent(code),
        };

    private static string DescribeContent(FindingCode code) =>
        code switch
        {
            FindingCode.MessagesMissing => "messages is missing, empty or not a list",
            FindingCode.MessageNotAnObject => "the message is not an object",
            FindingCode.RoleMissing => "the role is missing",
            FindingCode.RoleUnknown => "the role is unknown, or may not stand there",
            FindingCode.ContentMissing => "the content is missing",
            FindingCode.ContentEmpty => "the content is empty",
            FindingCode.ContentInvalid => "the content is neither text nor a list of text and image parts",
            FindingCode.NameInvalid => "name is not a text or is empty",
            FindingCode.WeightInvalid => "weight is neither 0 nor 1",
            FindingCode.WeightMisplaced => "weight may stand on the assistant's messages only",
            FindingCode.ToolCallsInvalid => "tool_calls is not a list of functions with id, name and arguments",
            FindingCode.ToolCallsMisplaced => "tool_calls may stand on the assistant's messages only",
            FindingCode.ToolCallIdMissing => "a tool's message has no tool_call_id",
            FindingCode.ToolCallIdMisplaced => "tool_call_id may stand on a tool's message only",
            FindingCode.ToolCallUnknown => "tool_call_id is the id of no call before it",
            FindingCode.ToolsInvalid => "tools is not a list of objects, or parallel_tool_calls neither true nor false",
            FindingCode.LastNotAssistant => "the last message is not the assistant's",
            FindingCode.NothingTrained => "all weights are 0: nothing is learned from the example",
            FindingCode.NoSystem => "there is no system message",
            FindingCode.NoUser => "there is no user message",
            FindingCode.PromptMissing => "prompt is missing or not a text",
            FindingCode.CompletionMissing => "completion is missing, not a text or empty",
            FindingCode.InputMissing => "input is missing or not an object",
            FindingCode.OutputMissing => "an output is missing, empty or not a list",
            FindingCode.OutputWithoutAssistant => "an output has no message of the assistant",
            FindingCode.EqualOutputs => "the preferred output is the same as the other one",
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        };
}
