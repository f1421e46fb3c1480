namespace Cosecha.Datasets.Checks;

/// <summary>
/// Checks a file as the fine-tuning services do before they train on it (Azure OpenAI, "Customize a model with fine-tuning"; OpenAI, "Supervised
/// fine-tuning"; <c>openai/openai-cookbook</c>, examples/Chat_finetuning_data_prep.ipynb). It reads a line at a time.
/// </summary>
/// <param name="model">The model that is to be trained.</param>
/// <param name="maxFindings">How many errors are kept in the result, and how many warnings; all are counted.</param>
public sealed class DatasetChecker(FineTuneModel model, int maxFindings = DatasetChecker.DefaultMaxFindings)
{
    /// <summary>Kept errors, and kept warnings, unless said otherwise.</summary>
    public const int DefaultMaxFindings = 1000;

    /// <summary>Below this a gain rarely shows (OpenAI, "Supervised fine-tuning").</summary>
    public const int AdvisedExamples = 50;

    /// <summary>The size that a file must stay under, in bytes: 512 MB (Azure OpenAI, fine-tuning guide).</summary>
    public const long MaxBytes = 512L * 1024 * 1024;

    /// <summary>Checks a file; any bytes are welcome.</summary>
    /// <param name="content">The file, read to its end.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public async Task<FileCheck> CheckAsync(Stream content, CancellationToken cancellationToken)
    {
        var reader = new LineReader(content);
        var run = new CheckRun(model, maxFindings);
        while (await reader.ReadAsync(cancellationToken) is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            run.Add(line);
        }

        return run.Complete(reader.Bytes);
    }
}
