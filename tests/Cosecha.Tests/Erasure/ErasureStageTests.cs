using System.Text.Json;
using Cosecha.Consent;
using Cosecha.Datasets;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Erasure;

public sealed class ErasureStageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_withdrawal_only_the_ledger_and_the_tombstone_know_the_user()
    {
        var world = await ErasureWorld.CreateAsync();
        await world.WithdrawAsync("u1");
        await world.EraseAllAsync();
        var (left, ledger) = Split(world.Text());
        left.ShouldNotContain("u1");
        world.Failures.Open.SelectMany(f => f.MessageIds).ShouldBe(["p2"]);
        left.ShouldContain("u2");
        ledger.ShouldContain("Withdrawn");
    }

    [Fact]
    public async Task Nothing_of_another_user_is_missing()
    {
        var world = await ErasureWorld.CreateAsync();
        var before = await OfAsync(world, "u2");
        await world.WithdrawAsync("u1");
        await world.EraseAllAsync();
        (await OfAsync(world, "u2")).ShouldBe(before);
        world.Poison.Payloads.Count(p => p.Contains("raw text of u2", StringComparison.Ordinal)).ShouldBe(1);
        world.Poison.Payloads.ShouldContain("no JSON");
    }

    [Fact]
    public async Task Every_version_says_how_many_lines_went_and_when_and_the_rest_of_its_figures_fit_its_files()
    {
        var world = await ErasureWorld.CreateAsync();
        var before = world.Datasets.Published;
        await world.WithdrawAsync("u1");
        await world.EraseAllAsync();
        foreach (var (old, version) in before.Zip(world.Datasets.Published))
        {
            version.Version.ShouldBe(old.Version);
            version.Erased.ShouldHaveSingleItem().Lines.ShouldBe(4);
            (version.Examples, version.Train + version.Valid).ShouldBe((2, 2));
            foreach (var file in version.Files)
            {
                var text = world.Datasets.Text(version.Folder, file.Name);
                (file.Lines, file.Bytes).ShouldBe((text.Count(c => c == '\n'), System.Text.Encoding.UTF8.GetByteCount(text)));
            }
        }

        world.Datasets.Latest.ShouldBe(world.Datasets.Published[^1]);
    }

    [Fact]
    public async Task The_lineage_of_a_rewritten_version_still_leads_to_the_right_lines()
    {
        var world = await ErasureWorld.CreateAsync();
        await world.WithdrawAsync("u1");
        await world.EraseAllAsync();
        var version = world.Datasets.Published[0];
        var lineage = world.Datasets.Text(version.Folder, LineageLine.FileName).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lineage.Select(l => JsonSerializer.Deserialize(l, DatasetJson.Plain.LineageLine)!))
        {
            foreach (var (file, number) in line.Lines)
            {
                var text = world.Datasets.Text(version.Folder, file).Split('\n')[number - 1];
                text.ShouldContain($"{line.UserKey} asks in {line.ConversationId}");
            }
        }

        lineage.Length.ShouldBe(2);
    }

    [Fact]
    public async Task An_erasure_tells_what_it_found_also_when_it_was_done_twice()
    {
        var world = await ErasureWorld.CreateAsync();
        var id = await world.WithdrawAsync("u1");
        var order = world.Erasures.Orders.Peek();
        await world.EraseAllAsync();
        world.Erasures.Orders.Enqueue(order);
        await world.EraseAllAsync();
        world.Erasures.Records[id].Messages.ShouldBe(4);
        world.Erasures.Records[id].CompletedAt.ShouldNotBeNull();
        var versions = await world.Erasures.ReadVersionsAsync(id, Token);
        versions.Select(v => (v.Version, v.Lines)).ShouldBe(world.Datasets.Published.Reverse().Select(m => (m.Version, 4)));
    }

    /// <summary>What docs/operations.md says of going back to a copy: the copy knows neither the withdrawal nor that the user's rows went.</summary>
    [Fact]
    public async Task An_erasure_that_is_opened_again_brings_its_withdrawal_into_a_ledger_that_stepped_back_and_takes_the_rows()
    {
        var lost = await ErasureWorld.CreateAsync();
        var id = await lost.WithdrawAsync("u1");
        await lost.EraseAllAsync();
        var copy = await ErasureWorld.CreateAsync();
        copy.Erasures.Records[id] = lost.Erasures.Records[id] with { CompletedAt = null };
        copy.Advance(TimeSpan.FromHours(2));
        await copy.ResumeAsync();
        await copy.EraseAllAsync();
        var (left, ledger) = Split(copy.Text());
        left.ShouldNotContain("u1");
        ledger.ShouldContain("Withdrawn");
    }

    [Fact]
    public async Task What_comes_in_under_a_new_yes_is_not_touched_by_the_erasure_of_the_old_one()
    {
        var world = await ErasureWorld.CreateAsync();
        await world.WithdrawAsync("u1");
        await world.GrantAsync("u1");
        var header = Sample.Header("u1", "c3", grant: 2);
        await world.Messages.ClaimAsync([header], Token);
        await world.Messages.AddAsync([Sample.Stored(header)], Token);
        var claims = world.Messages.Claims;
        await world.EraseAllAsync();
        world.Messages.Messages.Where(m => m.Header.UserKey == "u1").ShouldHaveSingleItem().Header.Grant.ShouldBe(2);
        world.Messages.Claims.ShouldBe(claims - 4);
        (await world.Consents.FindAsync("u1", Token))!.Granted.ShouldBeTrue();
    }

    [Fact]
    public async Task An_order_waits_while_somebody_else_writes_data_sets()
    {
        var world = await ErasureWorld.CreateAsync();
        world.Lock.IsTaken = true;
        var id = await world.WithdrawAsync("u1");
        await world.EraseOnceAsync();
        world.Messages.Messages.ShouldNotContain(m => m.Header.UserKey == "u1");
        world.Erasures.Records[id].CompletedAt.ShouldBeNull();
        world.Erasures.Orders.ShouldHaveSingleItem().Id.ShouldBe(id);
        world.Lock.IsTaken = false;
        await world.EraseAllAsync();
        world.Erasures.Records[id].CompletedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_order_waits_while_somebody_else_holds_poison_messages()
    {
        var world = await ErasureWorld.CreateAsync();
        world.Poison.IsHeld = true;
        var id = await world.WithdrawAsync("u1");
        await world.EraseOnceAsync();
        world.Erasures.Records[id].CompletedAt.ShouldBeNull();
        world.Poison.IsHeld = false;
        await world.EraseAllAsync();
        world.Erasures.Records[id].CompletedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_poison_message_that_nobody_can_read_does_not_hold_an_erasure_up_for_ever()
    {
        var world = await ErasureWorld.CreateAsync();
        world.Poison.IsHeld = true;
        var id = await world.WithdrawAsync("u1");
        // A long export first: the patience counts from the first look.
        world.Advance(TimeSpan.FromHours(1));
        await world.EraseOnceAsync();
        world.Erasures.Records[id].CompletedAt.ShouldBeNull();
        world.Advance(TimeSpan.FromMinutes(6));
        await world.EraseAllAsync();
        world.Erasures.Records[id].CompletedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Erasures_that_wait_together_write_a_version_anew_once()
    {
        var world = await ErasureWorld.CreateAsync();
        await world.WithdrawAsync("u1");
        await world.WithdrawAsync("u2");
        await world.EraseAllAsync();
        world.Datasets.Published.ShouldAllBe(m => m.Revision == 1 && m.Examples == 0);
        world.Datasets.Published.Select(m => m.Erased.ShouldHaveSingleItem().Lines).ShouldBe([8, 9]);
    }

    [Fact]
    public async Task A_version_of_an_earlier_build_which_does_not_say_whose_lines_it_holds_goes_as_a_whole()
    {
        var world = await ErasureWorld.CreateAsync();
        var old = world.Datasets.Published[0];
        await world.Datasets.PublishAsync(old with { Files = [.. old.Files.Where(f => f.Name != LineageLine.FileName)] }, Token);
        await world.WithdrawAsync("u2");
        await world.EraseAllAsync();
        world.Datasets.Published.ShouldHaveSingleItem().Version.ShouldNotBe(old.Version);
        (await world.Datasets.ReadFoldersAsync(Token)).ShouldHaveSingleItem();
    }

    /// <summary>The whole story once for each call to a port, ended before and after that call took effect, then finished by another process.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ended_at_any_point_and_started_again_it_comes_to_the_same_state(bool after)
    {
        var whole = await ErasureWorld.CreateAsync();
        await whole.WithdrawAsync("u1");
        await whole.EraseAllAsync();
        var calls = whole.Faults.Calls;
        calls.ShouldBeGreaterThan(40);
        for (var call = 1; call <= calls; call++)
        {
            var world = await ErasureWorld.CreateAsync();
            var untouched = world.Text();
            (world.Faults.FailingCall, world.Faults.After) = (call, after);
            var ordered = false;
            try
            {
                await world.WithdrawAsync("u1");
                ordered = true;
                await world.EraseAllAsync();
            }
            catch (IOException)
            {
                world.Restart();
            }

            if (!ordered && world.Erasures.Orders.Count == 0)
            {
                world.Text().ShouldBe(untouched, $"call {call}: nothing was ordered");
                continue;
            }

            await world.EraseAllAsync();
            world.Text().ShouldBe(whole.Text(), $"call {call}");
            world.Erasures.Records.Values.ShouldAllBe(e => e.CompletedAt != null && e.Messages == 4);
        }
    }

    private static (string Left, string Ledger) Split(string text)
    {
        var ledger = text.IndexOf(nameof(ConsentEvent), StringComparison.Ordinal);
        return (text[..ledger], text[ledger..]);
    }

    private static async Task<string> OfAsync(ErasureWorld world, string userKey)
    {
        var examples = world.Datasets.Published.Select(m =>
            string.Join('\n', world.Datasets.Text(m.Folder, "train.jsonl"), world.Datasets.Text(m.Folder, "valid.jsonl"))
                .Split('\n')
                .Where(l => l.Contains(userKey, StringComparison.Ordinal))
        );
        var messages = await world.Messages.ReadUserAsync(userKey, Token).Select(m => $"{m}").ToListAsync(Token);
        return string.Join('\n', [.. examples.SelectMany(e => e), .. messages, $"{await world.Messages.CountClaimsAsync(userKey, Token)}"]);
    }
}
