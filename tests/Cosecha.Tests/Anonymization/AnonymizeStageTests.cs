using Cosecha.Ai;
using Cosecha.Anonymization;
using Cosecha.Catalog;
using Cosecha.Consent;
using Cosecha.Messages;
using Cosecha.Telemetry;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace Cosecha.Tests.Anonymization;

public sealed class AnonymizeStageTests : IAsyncLifetime
{
    private const string One = "cel 099 123 4287";
    private const string Other = "cel 098 123 4567";

    private static readonly AnonymizationOptions s_numbered = new()
    {
        Operators = { [PiiTypes.Phone] = RedactionOperator.Numbered, [PiiTypes.Person] = RedactionOperator.Numbered },
        Allow = ["Quispirruna"],
    };

    private static readonly Anonymizer s_anonymizer = AnonymizerFixture.With(s_numbered);

    private readonly InMemoryConsentStore _consents = new();
    private readonly InMemoryMessageStore _messages = new();
    private readonly InMemoryRedactionScopes _scopes = new();
    private readonly PipelineMetrics _metrics = Sample.Metrics();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _consents.UpdateAsync("u1", _ => Sample.Consent(), Token);
        await _consents.UpdateAsync("u2", _ => Sample.Consent("u2"), Token);
    }

    public ValueTask DisposeAsync()
    {
        _metrics.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_same_value_has_the_same_number_in_all_messages_of_a_conversation()
    {
        (await RunAsync(Message("m1", One), Message("m2", $"{Other}, {One}"))).ShouldBe(["cel [PHONE_1]", "cel [PHONE_2], cel [PHONE_1]"]);
        (await RunAsync(Message("m3", Other), Message("m4", "cel 097 765 4321"))).ShouldBe(["cel [PHONE_2]", "cel [PHONE_3]"]);
    }

    [Fact]
    public async Task Messages_of_a_batch_are_numbered_in_the_order_in_which_they_were_written() =>
        (await RunAsync(Message("m2", Other, minute: 2), Message("m1", One, minute: 1))).ShouldBe(["cel [PHONE_1]", "cel [PHONE_2]"]);

    [Fact]
    public async Task Conversations_and_users_are_independent_even_within_a_batch()
    {
        await RunAsync(Message("m1", One), Message("m1", Other, conversation: "c2"), Message("m1", Other, user: "u2"));
        (await RunAsync(Message("m2", Other), Message("m2", Other, conversation: "c2"), Message("m2", Other, user: "u2"))).ShouldBe([
            "cel [PHONE_2]",
            "cel [PHONE_1]",
            "cel [PHONE_1]",
        ]);
        _scopes.Saved.Values.SelectMany(s => s.Hashes.Values.SelectMany(h => h)).ShouldBeUnique();
    }

    [Fact]
    public async Task A_redelivery_gives_the_same_numbers_whatever_came_in_between()
    {
        var first = await RunAsync(Message("m1", One), Message("m2", Other));
        await RunAsync(Message("m3", "cel 097 765 4321", minute: -5));
        (await RunAsync(Message("m1", One), Message("m2", Other))).ShouldBe(first);
        (await RunAsync(Message("m2", Other))).ShouldBe([first[1]]);
    }

    [Fact]
    public async Task Many_hosts_on_one_conversation_agree_on_every_number()
    {
        var batches = Enumerable.Range(0, 16).Select(i => new[] { Message($"m{i}", $"cel 099 123 42{i % 4}7"), Message($"n{i}", One) });
        var texts = await Task.WhenAll(batches.Select(b => Task.Run(() => RunAsync(b), Token)));
        var pairs = texts.SelectMany((t, i) => new[] { (Value: i % 4, Text: t[0]), (Value: 8, Text: t[1]) }).Distinct().ToList();
        pairs.Count.ShouldBe(5);
        pairs.Select(p => p.Text).Order().ShouldBe(Enumerable.Range(1, 5).Select(n => $"cel [PHONE_{n}]"));
    }

    [Fact]
    public async Task Nothing_is_loaded_or_saved_when_nothing_is_numbered()
    {
        var stage = Stage(AnonymizerFixture.Default);
        (await stage.RunAsync([Message("m1", One), Message("m1", One, grant: 0)], Token))
            .ShouldHaveSingleItem()
            .Content.ShouldBe("cel [PHONE]");
        _scopes.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_kept_holds_no_value()
    {
        await RunAsync(Message("m1", "soy Maritza Intriago, cel 099 123 4287"));
        var (id, saved) = _scopes.Saved.ShouldHaveSingleItem();
        var kept = $"{id} {string.Join(' ', saved.Hashes.SelectMany(h => h.Value))}";
        kept.ShouldNotContain("maritza", Case.Insensitive);
        kept.ShouldNotContain("4287");
        saved.Hashes.Keys.ShouldBe([PiiTypes.Person, PiiTypes.Phone], ignoreOrder: true);
    }

    [Fact]
    public async Task A_withdrawal_between_check_and_save_leaves_nothing_and_sends_nothing_on()
    {
        _scopes.BeforeSave = WithdrawAsync;
        (await RunAsync(Message("m1", One), Message("m1", One, user: "u2"))).ShouldBe(["cel [PHONE_1]"]);
        _scopes.Saved.Keys.ShouldHaveSingleItem().UserKey.ShouldBe("u2");
        _metrics.Totals().Values.Single()["withdrawn.anonymize"].ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_died_after_its_save_leaves_nothing_of_a_user_who_withdrew_meanwhile()
    {
        await RunAsync(Message("m1", One));
        await _consents.UpdateAsync("u1", _ => Sample.Consent(granted: false), Token);
        (await RunAsync(Message("m1", One))).ShouldBeEmpty();
        _scopes.Saved.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_message_from_before_a_withdrawal_leaves_the_numbers_since_alone()
    {
        await _consents.UpdateAsync("u1", _ => Sample.Consent(grant: 2), Token);
        await RunAsync(Message("m2", One, grant: 2));
        (await RunAsync(Message("m1", Other))).ShouldBeEmpty();
        (await RunAsync(Message("m3", Other, grant: 2), Message("m4", One, grant: 2))).ShouldBe(["cel [PHONE_2]", "cel [PHONE_1]"]);
    }

    [Fact]
    public async Task What_the_second_opinion_finds_is_numbered_too_and_a_conflict_does_not_ask_it_again()
    {
        using var model = new ScriptedChatClient("""{"spans":[{"type":"PERSON","text":"Quispirruna"}]}""");
        using var chat = new StructuredChat(model, Options.Create(new AiOptions()), _metrics, new AiStatus(), TimeProvider.System);
        var catalog = Options.Create(new CatalogOptions { Path = AnonymizerFixture.CatalogFolder });
        var stage = Stage(s_anonymizer, new SecondOpinion(chat, AnonymizerFixture.Reader, catalog, Options.Create(s_numbered)));
        _scopes.BeforeSave = async () =>
        {
            _scopes.BeforeSave = () => Task.CompletedTask;
            await RunAsync(Message("m1", "soy Maritza Intriago"));
        };
        var anonymized = await stage.RunAsync([Message("m2", "HLSO 16/20 a Houston, lo pide Quispirruna, es de Quispirruna")], Token);
        var message = anonymized.ShouldHaveSingleItem();
        message.Content.ShouldBe("HLSO 16/20 a Houston, lo pide [NAME_2], es de [NAME_2]");
        message.Doubts.ShouldBe([SecondOpinion.Detector]);
        model.Calls.ShouldBe(1);
    }

    private Task WithdrawAsync() => Sample.WithdrawAsync(_consents, _messages, _scopes, Token);

    private async Task<List<string?>> RunAsync(params CapturedMessage[] captured) =>
        [.. (await Stage(s_anonymizer).RunAsync(captured, Token)).Select(m => m.Content)];

    private AnonymizeStage Stage(Anonymizer anonymizer, SecondOpinion? opinion = null) =>
        new(
            new WithdrawalSweep(new ConsentGate(Sample.Recent(_consents)), _messages, _metrics),
            anonymizer,
            new ConversationNumbering(_scopes, Sample.Pseudonyms()),
            opinion
        );

    private static CapturedMessage Message(
        string id,
        string content,
        string conversation = "c1",
        string user = "u1",
        int minute = 0,
        int grant = 1
    ) => new(Sample.Header(user, conversation, id, minute: minute, grant: grant), content);
}
