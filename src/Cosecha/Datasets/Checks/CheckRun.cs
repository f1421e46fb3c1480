using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace Cosecha.Datasets.Checks;

/// <summary>One pass over a file.</summary>
internal sealed class CheckRun(FineTuneModel model, int maxFindings)
{
    private static readonly byte[] s_bom = [0xEF, 0xBB, 0xBF];

    private readonly FindingLog _log = new(maxFindings);
    private readonly HashSet<ulong> _seen = [];
    private readonly Histogram _messages = new();
    private readonly Histogram _tokens = new();
    private readonly Histogram _assistant = new();
    private DatasetFormat? _format;
    private bool _bom;
    private long _lines;
    private long _candidates;
    private long _examples;
    private long _billed;

    public void Add(RawLine line)
    {
        _lines++;
        var findings = new LineFindings(_log, line.Number);
        if (line.TooLong)
        {
            findings.Add(FindingCode.LineTooLong);
            return;
        }

        if (line.EndsInCrLf)
        {
            _log.AddOnce(FindingCode.Crlf, line.Number);
        }

        var content = WithoutBom(line, findings);
        using var document = LineJson.Parse(content, findings);
        if (document is not null)
        {
            AddObject(document.RootElement, content.Span, findings);
        }
    }

    public FileCheck Complete(long bytes)
    {
        if (bytes >= DatasetChecker.MaxBytes)
        {
            _log.Add(FindingCode.FileTooLarge);
        }

        if (_candidates < DatasetChecker.AdvisedExamples)
        {
            _log.Add(_candidates < ExportStage.MinExamples ? FindingCode.TooFewExamples : FindingCode.FewExamples);
        }

        return new(
            _format,
            bytes,
            _bom,
            _lines,
            _examples,
            _log.CountOf(Severity.Error),
            _log.CountOf(Severity.Warning),
            _log.Counts,
            _log.Kept,
            _messages.ToDistribution(),
            new(model.Name, model.TokenLimit, _tokens.Sum, _assistant.Sum, _tokens.ToDistribution(), _assistant.ToDistribution()),
            TrainingEstimate.Of(_examples, _billed)
        );
    }

    private ReadOnlyMemory<byte> WithoutBom(RawLine line, LineFindings findings)
    {
        if (!line.Content.Span.StartsWith(s_bom))
        {
            return line.Content;
        }

        _bom |= line.Number == 1;
        if (line.Number > 1)
        {
            findings.Add(FindingCode.BomInside);
        }

        return line.Content[s_bom.Length..];
    }

    private void AddObject(JsonElement line, ReadOnlySpan<byte> content, LineFindings findings)
    {
        if (FormatOf(line) is not { } format)
        {
            findings.Add(FindingCode.UnknownFormat);
            return;
        }

        if (format != (_format ??= format))
        {
            findings.Add(FindingCode.OtherFormat);
            return;
        }

        // A line with an error counts here: once mended it is an example.
        _candidates++;
        Check(format, line, findings);
        if (!_seen.Add(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(content))))
        {
            findings.Add(FindingCode.DuplicateLine);
        }

        if (!findings.HasErrors)
        {
            AddExample(Measure(format, line, TokenCounter.Of(model.Encoding)), findings);
        }
    }

    private void AddExample(ExampleSize size, LineFindings findings)
    {
        _examples++;
        _messages.Add(size.Messages);
        _tokens.Add(size.Tokens);
        _assistant.Add(size.AssistantTokens);
        var over = size.Longest - model.TokenLimit;
        _billed += size.Tokens - Math.Max(0, over);
        if (over > 0)
        {
            findings.Add(FindingCode.OverTokenLimit);
        }
    }

    private static DatasetFormat? FormatOf(JsonElement line) =>
        line.TryGetProperty("messages", out _) ? DatasetFormat.Chat
        : line.TryGetProperty("prompt", out _) || line.TryGetProperty("completion", out _) ? DatasetFormat.Completion
        : line.TryGetProperty("input", out _) || line.TryGetProperty("preferred_output", out _) ? DatasetFormat.Preference
        : null;

    private static void Check(DatasetFormat format, JsonElement line, LineFindings findings)
    {
        Action<JsonElement, LineFindings> rules = format switch
        {
            DatasetFormat.Chat => ChatRules.Check,
            DatasetFormat.Completion => CompletionRules.Check,
            _ => PreferenceRules.Check,
        };
        rules(line, findings);
    }

    private static ExampleSize Measure(DatasetFormat format, JsonElement line, TokenCounter tokens) =>
        format switch
        {
            DatasetFormat.Chat => ChatRules.Measure(line, tokens),
            DatasetFormat.Completion => CompletionRules.Measure(line, tokens),
            _ => PreferenceRules.Measure(line, tokens),
        };
}
