using Cosecha.Datasets;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Datasets;

/// <summary>The process ends at any call to a port, before it takes effect or after.</summary>
public sealed class KilledExportTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_point_the_next_run_leaves_a_whole_version_and_no_orphan(bool after)
    {
        var whole = await CreateAsync();
        await whole.ExportAsync();
        var calls = 0;
        for (var killed = true; killed; )
        {
            var world = await CreateAsync();
            world.Faults.After = after;
            world.Faults.FailingCall = world.Faults.Calls + ++calls;
            killed = await IsKilledAsync(world);
            // The newest version is whole at any time: either the one before or the new one.
            AssertWhole(world);
            (world.Faults.FailingCall, world.Lock.IsTaken) = (0, false);
            await world.ExportAsync();
            AssertWhole(world);
            ExportWorld.Files(world.Datasets.Published[^1]).ShouldBe(ExportWorld.Files(whole.Datasets.Published[^1]));
            world.Datasets.Published.Count.ShouldBe(2);
            world.Datasets.Folders.ShouldBe(world.Datasets.Published.Select(m => m.Folder));
            world.Lineage.Entries.Keys.Select(k => k.Version).Distinct().ShouldBe(world.Datasets.Published.Select(m => m.Version));
        }

        calls.ShouldBeGreaterThan(20);
    }

    private static async Task<bool> IsKilledAsync(ExportWorld world)
    {
        try
        {
            await world.ExportAsync();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static void AssertWhole(ExportWorld world)
    {
        var newest = world.Datasets.Published[^1];
        foreach (var file in newest.Files)
        {
            world.Text(newest, file.Name).Count(c => c == '\n').ShouldBe(file.Lines);
        }
    }

    private static async Task<ExportWorld> CreateAsync()
    {
        var world = new ExportWorld();
        await world.StoreAsync("u1", "c1", "precio de 16/20", "USD 7,60");
        await world.ExportAsync();
        await world.StoreAsync("u2", "c2", "precio de 21/25", "USD 7,10", "gracias");
        return world;
    }
}
