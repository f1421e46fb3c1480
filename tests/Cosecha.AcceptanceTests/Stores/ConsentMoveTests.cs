using Azure.Core;
using Azure.Data.Tables;
using Cosecha.Azure;
using Cosecha.Azure.Tables;
using Cosecha.Consent;
using Microsoft.Extensions.Configuration;

namespace Cosecha.AcceptanceTests.Stores;

/// <summary>Carrying a ledger over to another key, on real tables: at any moment one ledger decides for both keys, and nothing of it is lost.</summary>
public sealed class ConsentMoveTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly AppFixture _app;
    private readonly string _user = $"store-{Ids.Next()}";
    private readonly ConsentStore _store;

    public ConsentMoveTests(AppFixture app)
    {
        _app = app;
        _store = Store();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_move_that_dies_anywhere_changes_nothing_and_is_finished_by_whoever_comes_next(bool afterSending, bool addsFirst)
    {
        var died = true;
        for (var survived = 0; died; survived++)
        {
            var (from, to) = ($"{_user}-{survived}-a", $"{_user}-{survived}-b");
            var before = await AppendAsync(from, Granted(0), Withdrawn(1), Granted(2) with { Grant = 2 });
            died = await DiesAsync(Store(new DyingWrites(survived, afterSending)).MoveAsync(from, to, Token));
            if (!died)
            {
                survived.ShouldBeGreaterThanOrEqualTo(4);
            }

            (await _store.FindAsync(from, Token))!.Last.ShouldBe(before.Last);
            ((await _store.FindAsync(to, Token))?.Last ?? before.Last).ShouldBe(before.Last);
            (await _store.ReadGrantsAsync(Token))[from].Grant.ShouldBe(2);

            if (addsFirst)
            {
                (await AppendAsync(from, Granted(2) with { Grant = 2 })).Last.ShouldBe(before.Last);
            }

            var state = await _store.CarryOverAsync([to, from], Token);
            state!.Last.ShouldBe(before.Last);
            state.AllKeys.ShouldBe([from, to]);
            await AppendAsync(addsFirst ? to : from, Withdrawn(3) with { Grant = 2 });
            (await _store.FindAsync(from, Token))!.Granted.ShouldBeFalse();
            (await _store.FindAsync(to, Token))!.Granted.ShouldBeFalse();
            (await _store.ReadGrantsAsync(Token)).Keys.ShouldNotContain(k => k == from || k == to);
            (await _store.ReadHistoryAsync(to, Token).CountAsync(Token)).ShouldBe(4);
        }
    }

    [Fact]
    public async Task What_is_said_while_many_carry_a_user_over_is_not_lost()
    {
        await AppendAsync(_user, Granted(0));
        var moves = Enumerable.Range(0, 4).Select(_ => (Task)Store().MoveAsync(_user, $"{_user}-b", Token));
        var events = Enumerable.Range(1, 8).Select(m => (Task)AppendAsync(m % 2 == 0 ? _user : $"{_user}-b", Granted(m)));
        // Nobody adds under the new key before the user is known there.
        await Store().MoveAsync(_user, $"{_user}-b", Token);
        await Task.WhenAll(moves.Concat(events));
        (await _store.ReadHistoryAsync($"{_user}-b", Token).CountAsync(Token)).ShouldBe(9);
        (await _store.FindAsync(_user, Token))!.Last.ShouldBe(Granted(8));
    }

    [Fact]
    public async Task What_is_said_under_the_old_key_right_when_it_moves_is_not_lost()
    {
        for (var round = 0; round < 10; round++)
        {
            var (from, to) = ($"{_user}-{round}", $"{_user}-{round}-b");
            await AppendAsync(from, Granted(0));
            await Task.WhenAll(Store().MoveAsync(from, to, Token), Store().AppendAsync(from, _ => Withdrawn(1), Token));
            (await _store.FindAsync(to, Token))!.Granted.ShouldBeFalse();
            (await _store.FindAsync(from, Token))!.Granted.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Two_ledgers_of_a_user_become_one()
    {
        await AppendAsync(_user, Granted(0), Withdrawn(2));
        await AppendAsync($"{_user}-b", Granted(1));
        (await _store.MoveAsync(_user, $"{_user}-b", Token))!.Last.ShouldBe(Withdrawn(2));
        (await _store.ReadHistoryAsync($"{_user}-b", Token).CountAsync(Token)).ShouldBe(3);
    }

    [Fact]
    public async Task A_long_ledger_moves_over_several_rotations_to_the_last_event()
    {
        await AppendAsync(_user, [.. Enumerable.Range(0, 120).Select(Granted)]);
        foreach (var next in (string[])["b", "c", "d"])
        {
            // From the first key each time: the chain is followed.
            await _store.MoveAsync(_user, $"{_user}-{next}", Token);
        }

        (await _store.ReadHistoryAsync($"{_user}-d", Token).CountAsync(Token)).ShouldBe(120);
        var state = (await _store.FindAsync($"{_user}-b", Token))!;
        state.AllKeys.ShouldBe([_user, $"{_user}-b", $"{_user}-c", $"{_user}-d"]);
        (await _store.ReadGrantsAsync(Token))[_user].UserKey.ShouldBe($"{_user}-d");
    }

    [Fact]
    public async Task Nobody_who_was_never_asked_is_carried_over()
    {
        (await _store.MoveAsync(_user, $"{_user}-b", Token)).ShouldBeNull();
        var rows = await new Storage(_app.ConnectionString).ReadTableAsync("consents", Token);
        rows.ShouldNotContain(r => r.PartitionKey.StartsWith(_user, StringComparison.Ordinal));
    }

    private async Task<ConsentState> AppendAsync(string userKey, params ConsentEvent[] events)
    {
        ConsentState? state = null;
        foreach (var next in events)
        {
            state = await _store.AppendAsync(userKey, _ => next, Token);
        }

        return state!;
    }

    private static async Task<bool> DiesAsync(Task move)
    {
        try
        {
            await move;
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static ConsentEvent Granted(int minute) =>
        new(ConsentStatus.Granted, Noon.AddMinutes(minute), "2025-01", "es", new string('0', 64), null, null, ConsentPurposes.Training, 1);

    private static ConsentEvent Withdrawn(int minute) => Granted(minute) with { Status = ConsentStatus.Withdrawn };

    private ConsentStore Store(DyingWrites? dying = null)
    {
        var options = new TableClientOptions();
        if (dying is not null)
        {
            options.AddPolicy(dying, HttpPipelinePosition.PerCall);
        }

        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(StorageAccount.Setting, _app.ConnectionString)]);
        return new ConsentStore(new StorageAccount(settings.Build(), options));
    }
}
