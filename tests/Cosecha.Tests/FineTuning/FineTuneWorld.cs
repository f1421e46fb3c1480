using System.Text;
using Cosecha.Datasets;
using Cosecha.FineTuning;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.FineTuning;

/// <summary>A version with chat files, the service, and the desk; any call to a port may be the process's last.</summary>
internal sealed class FineTuneWorld
{
    private const string Line = """{"messages":[{"role":"user","content":"precio NUMBER"},{"role":"assistant","content":"USD 7"}]}""";

    public InMemoryDatasetStore Datasets { get; } = new();

    public InMemoryFineTuneStore Jobs { get; } = new();

    public FakeFineTuneService Service { get; } = new();

    public FineTuneOptions Options { get; } = new() { BaseModel = "gpt-4o-mini-2024-07-18" };

    public FakeTimeProvider Clock { get; } = new(new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));

    public Faults Faults { get; } = new();

    /// <summary>The only job.</summary>
    public FineTuneRecord Job => Jobs.Jobs.ShouldHaveSingleItem();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>With a version of so many lines in its files.</summary>
    public static async Task<FineTuneWorld> CreateAsync(int train = 10, int valid = 10)
    {
        var world = new FineTuneWorld();
        await world.PublishAsync(train, valid, revision: 0);
        return world;
    }

    /// <summary>Writes the version, or rewrites it.</summary>
    public async Task PublishAsync(int train, int valid, int revision)
    {
        var created = Clock.Start;
        var manifest = new Manifest(
            "20260131T070000123Z",
            created,
            "1",
            "s",
            0.1,
            0,
            0,
            0,
            train,
            valid,
            new Dictionary<string, int>(),
            [],
            []
        )
        {
            Revision = revision,
        };
        var files = new[] { await WriteAsync(manifest, "chat/train.jsonl", train), await WriteAsync(manifest, "chat/valid.jsonl", valid) };
        await Datasets.PublishAsync(manifest with { Files = files }, Token);
    }

    /// <summary>Wishes for a job, as POST does.</summary>
    public Task<FineTuneAnswer> PostAsync(string? version = null)
    {
        var (datasets, jobs, service) = Ports();
        var checks = new FineTuneChecks(datasets);
        var stage = new FineTuneStage(datasets, jobs, service, Clock);
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        return new FineTuneDesk(datasets, jobs, service, checks, stage, options, Clock).RunAsync(version, Token);
    }

    /// <summary>Brings the only job on, as GET does.</summary>
    public Task<FineTuneRecord> GetAsync()
    {
        var (datasets, jobs, service) = Ports();
        return new FineTuneStage(datasets, jobs, service, Clock).AdvanceAsync(Job, Token);
    }

    private (IDatasetStore Datasets, IFineTuneStore Jobs, IFineTuneService Service) Ports() =>
        (Faults.In<IDatasetStore>(Datasets), Faults.In<IFineTuneStore>(Jobs), Faults.In<IFineTuneService>(Service));

    private async Task<ManifestFile> WriteAsync(Manifest manifest, string name, int lines)
    {
        await using var target = new DatasetWriter(
            name,
            await Datasets.CreateAsync(manifest.Folder, name, Token),
            isChecked: true,
            bom: false
        );
        for (var i = 0; i < lines; i++)
        {
            await target.WriteAsync(Encoding.UTF8.GetBytes(Line.Replace("NUMBER", $"{i}", StringComparison.Ordinal)), Token);
        }

        return await target.CompleteAsync();
    }
}
