using Azure.Data.Tables;
using Cosecha.Anonymization;
using Cosecha.Azure;
using Cosecha.Azure.Tables;
using Cosecha.Catalog;
using Cosecha.Consent;
using Cosecha.Messages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Cosecha.AcceptanceTests.Stores;

/// <summary>What the ports promise when many write at once, on real tables.</summary>
public sealed class StoreTests(AppFixture app)
{
    private const int Writers = 8;

    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly string _user = $"store-{Ids.Next()}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_who_claim_an_id_one_is_first_and_all_learn_its_time()
    {
        var store = new MessageStore(Account());
        var claims = await Task.WhenAll(
            Enumerable.Range(0, Writers).Select(i => store.ClaimAsync([Header("m0", i), Header("m1", i), Header("m2", i)], Token))
        );
        foreach (var sameId in claims.SelectMany(c => c).GroupBy(c => c.Header.MessageId))
        {
            sameId.Count(c => c.IsNew).ShouldBe(1);
            sameId.Select(c => c.Header.Timestamp).Distinct().ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task Of_many_who_add_a_message_one_adds_it()
    {
        var store = new MessageStore(Account());
        var message = new StoredMessage(Header("m0", 0), "hola", [], null, Verdict.Approved, []);
        var added = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => store.AddAsync([message, message], Token)));
        added.Sum(a => a.Count).ShouldBe(1);
        (await store.ReadConversationAsync(_user, "c", Token).ToListAsync(Token)).ShouldHaveSingleItem().Content.ShouldBe("hola");
    }

    [Fact]
    public async Task A_conversation_is_read_in_order_of_time_and_without_its_namesakes()
    {
        var store = new MessageStore(Account());
        await store.AddAsync([Stored("c", "a", 2), Stored("c", "b", 1), Stored("c-", "x", 0), Stored("c1", "y", 0)], Token);
        var read = await store.ReadConversationAsync(_user, "c", Token).ToListAsync(Token);
        read.Select(m => m.Header.MessageId).ShouldBe(["b", "a"]);
    }

    [Fact]
    public async Task A_user_of_a_thousand_messages_is_erased_to_the_last_one_that_no_grant_covers()
    {
        var store = new MessageStore(Account());
        var messages = Enumerable.Range(0, 1_050).Select(i => Stored("c", $"m{i}", i)).ToList();
        await store.ClaimAsync([.. messages.Select(m => m.Header)], Token);
        await store.AddAsync(messages, Token);
        var later = Stored("c", "later", 2_000);
        later = later with { Header = later.Header with { Grant = 2 } };
        await store.ClaimAsync([later.Header], Token);
        await store.AddAsync([later], Token);
        await store.EraseUserAsync(_user, 2, Token);
        (await store.ReadConversationAsync(_user, "c", Token).ToListAsync(Token)).ShouldHaveSingleItem().Header.ShouldBe(later.Header);
        (await store.CountClaimsAsync(_user, Token)).ShouldBe(1);
        await store.EraseUserAsync(_user, int.MaxValue, Token);
        (await store.ReadConversationAsync(_user, "c", Token).AnyAsync(Token)).ShouldBeFalse();
        (await new Storage(app.ConnectionString).ReadTableAsync("claims", Token)).ShouldNotContain(r => r.PartitionKey == _user);
    }

    [Fact]
    public async Task Decisions_about_consent_are_taken_one_after_the_other()
    {
        var store = new ConsentStore(Account());
        await Task.WhenAll(
            Enumerable.Range(0, Writers).Select(_ => store.AppendAsync(_user, before => Next(before, before?.Grant ?? 0), Token))
        );
        var rows = await LedgerAsync();
        rows.Select(r => r.GetInt32("Grant")).Order().ShouldBe(Enumerable.Range(1, Writers).Cast<int?>());
        var state = (await store.FindAsync(_user, Token))!;
        state.Last.At.ShouldBe(Noon.AddMinutes(Writers - 1));
        rows.MaxBy(r => r.RowKey, StringComparer.Ordinal)!.RowKey.ShouldBe($"history|{state.Last.Key}");
        (await store.ReadGrantsAsync(Token))[_user].Grant.ShouldBe(state.Grant);
    }

    [Fact]
    public async Task A_repeated_event_is_in_the_ledger_once_and_a_late_one_does_not_change_the_state()
    {
        var store = new ConsentStore(Account());
        var withdrawal = Next(null, 2) with { Status = ConsentStatus.Withdrawn };
        foreach (var consent in (ConsentEvent[])[withdrawal, Next(null, 1), Next(null, 0), Next(null, 1), withdrawal])
        {
            (await store.AppendAsync(_user, _ => consent, Token))!.Last.ShouldBe(withdrawal);
        }

        (await LedgerAsync()).Count.ShouldBe(3);
        (await store.FindAsync(_user, Token))!.Last.ShouldBe(withdrawal);
        (await store.ReadGrantsAsync(Token)).ShouldNotContainKey(_user);
    }

    [Fact]
    public async Task A_yes_to_retrieval_alone_is_no_grant()
    {
        var store = new ConsentStore(Account());
        await store.AppendAsync(_user, _ => Next(null, 0) with { Purposes = ConsentPurposes.Retrieval }, Token);
        (await store.FindAsync(_user, Token))!.Last.Purposes.ShouldBe(ConsentPurposes.Retrieval);
        (await store.ReadGrantsAsync(Token)).ShouldNotContainKey(_user);
    }

    [Fact]
    public async Task Of_many_who_number_the_values_of_a_conversation_each_sees_what_the_others_did()
    {
        var numbering = new ConversationNumbering(
            new RedactionScopes(Account()),
            new Pseudonyms(Options.Create(new PseudonymOptions { Key = PseudonymOptions.DevelopmentKey }))
        );
        var anonymizer = new Anonymizer(
            new DomainReader(CatalogLoader.Load(new CatalogOptions().Path)),
            Options.Create(new CatalogOptions()),
            Options.Create(new AnonymizationOptions { Operators = { [PiiTypes.Email] = RedactionOperator.Numbered } })
        );
        var texts = await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(i => numbering.RunAsync(Scope("c"), s => anonymizer.Anonymize($"a{i}@example.com, all@example.com", s).Text, Token))
        );
        var numbers = texts.SelectMany((t, i) => t.Split(", ").Select((n, part) => (Value: part == 0 ? i : -1, Number: n))).Distinct();
        numbers.Select(n => n.Number).Order().ShouldBe(Enumerable.Range(1, Writers + 1).Select(n => $"[EMAIL_{n}]"));
    }

    [Fact]
    public async Task A_scope_is_kept_to_the_last_hash_and_saved_only_over_the_version_that_was_loaded()
    {
        var store = new RedactionScopes(Account());
        // As many as a scope holds, as long as they are: they must fit into a row.
        var hashes = Enumerable.Range(0, RedactionScope.MaxValues).Select(i => $"{i:D16}").ToList();
        var full = SavedScope.Empty with { Hashes = new Dictionary<string, IReadOnlyList<string>> { [PiiTypes.Person] = hashes } };
        (await store.TrySaveAsync(Scope("c"), full, Token)).ShouldBeTrue();
        (await store.TrySaveAsync(Scope("c"), full, Token)).ShouldBeFalse();
        var loaded = await store.LoadAsync(Scope("c"), Token);
        loaded.Hashes.ShouldHaveSingleItem().Value.ShouldBe(hashes);
        (await store.TrySaveAsync(Scope("c"), loaded, Token)).ShouldBeTrue();
        (await store.TrySaveAsync(Scope("c"), loaded, Token)).ShouldBeFalse();
        await store.RemoveAsync(Scope("c"), Token);
        await store.RemoveAsync(Scope("c"), Token);
        (await store.TrySaveAsync(Scope("c"), loaded, Token)).ShouldBeFalse();
        (await store.LoadAsync(Scope("c"), Token)).ShouldBe(SavedScope.Empty);
    }

    [Fact]
    public async Task All_scopes_of_a_user_are_erased()
    {
        var store = new RedactionScopes(Account());
        foreach (var id in (ScopeId[])[Scope("c"), Scope("c1"), Scope("c") with { Grant = 2 }])
        {
            (await store.TrySaveAsync(id, SavedScope.Empty, Token)).ShouldBeTrue();
        }

        await store.EraseUserAsync(_user, 2, Token);
        (await new Storage(app.ConnectionString).ReadTableAsync("scopes", Token)).Count(r => r.PartitionKey == _user).ShouldBe(1);
        await store.EraseUserAsync(_user, 3, Token);
        await store.EraseUserAsync(_user, 3, Token);
        (await new Storage(app.ConnectionString).ReadTableAsync("scopes", Token)).ShouldNotContain(r => r.PartitionKey == _user);
    }

    private ScopeId Scope(string conversation) => new(_user, conversation, 1);

    private async Task<IReadOnlyList<TableEntity>> LedgerAsync()
    {
        var rows = await new Storage(app.ConnectionString).ReadTableAsync("consents", Token);
        return [.. rows.Where(r => r.PartitionKey == _user && r.RowKey.StartsWith("history|", StringComparison.Ordinal))];
    }

    private static ConsentEvent Next(ConsentState? before, int minute) =>
        new(
            ConsentStatus.Granted,
            Noon.AddMinutes(minute),
            "2025-01",
            "es",
            new string('0', 64),
            null,
            "m1",
            ConsentPurposes.Training,
            (before?.Grant ?? 0) + 1
        );

    private StoredMessage Stored(string conversation, string id, int minute) =>
        new(Header(id, minute) with { ConversationId = conversation }, "text", [], null, Verdict.Approved, []);

    private MessageHeader Header(string id, int minute) => new(_user, "c", id, Role.User, Noon.AddMinutes(minute), "whatsapp", 1);

    private StorageAccount Account() =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new(StorageAccount.Setting, app.ConnectionString)]).Build());
}
