using System.Globalization;
using Cosecha.Anonymization;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Anonymization;

public sealed class ConversationNumberingTests
{
    private static readonly ScopeId Id = ScopeId.Of(Sample.Header());

    private readonly InMemoryRedactionScopes _scopes = new();
    private readonly ConversationNumbering _numbering;

    public ConversationNumberingTests() => _numbering = new ConversationNumbering(_scopes, Sample.Pseudonyms());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_at_once_agree_on_every_number()
    {
        var random = new Random(20261125);
        var runs = Enumerable.Range(0, 32).Select(_ => Enumerable.Range(0, 5).Select(_ => random.Next(40)).ToList()).ToList();
        var numbered = await Task.WhenAll(
            runs.Select(values =>
                Task.Run(
                    () => _numbering.RunAsync(Id, scope => values.ConvertAll(v => (Value: v, Number: NumberOf(scope, v))), Token),
                    Token
                )
            )
        );
        var pairs = numbered.SelectMany(n => n).Distinct().ToList();
        pairs.Count.ShouldBe(runs.SelectMany(v => v).Distinct().Count());
        pairs.Select(p => p.Number).Order().ShouldBe(Enumerable.Range(1, pairs.Count).Select(n => (int?)n));
    }

    [Fact]
    public async Task What_is_known_already_is_not_saved_again()
    {
        await _numbering.RunAsync(Id, scope => NumberOf(scope, 1), Token);
        var version = _scopes.Saved[Id].Version;
        (await _numbering.RunAsync(Id, scope => NumberOf(scope, 1), Token)).ShouldBe(1);
        _scopes.Saved[Id].Version.ShouldBe(version);
    }

    [Fact]
    public async Task The_work_is_done_again_when_somebody_else_was_faster()
    {
        _scopes.BeforeSave = async () =>
        {
            _scopes.BeforeSave = () => Task.CompletedTask;
            await _numbering.RunAsync(Id, scope => NumberOf(scope, 1), Token);
        };
        (await _numbering.RunAsync(Id, scope => NumberOf(scope, 2), Token)).ShouldBe(2);
    }

    [Fact]
    public async Task A_scope_that_is_removed_meanwhile_starts_anew()
    {
        await _numbering.RunAsync(Id, scope => NumberOf(scope, 1), Token);
        _scopes.BeforeSave = () => _numbering.ForgetAsync(Id, Token);
        var saving = _numbering.RunAsync(
            Id,
            scope =>
            {
                var number = NumberOf(scope, 2);
                if (number == 1)
                {
                    _scopes.BeforeSave = () => Task.CompletedTask;
                }

                return number;
            },
            Token
        );
        (await saving).ShouldBe(1);
    }

    [Fact]
    public async Task It_gives_up_when_somebody_else_is_always_faster_and_says_nothing_of_whom()
    {
        var other = 0;
        _scopes.BeforeSave = async () =>
        {
            var current = await _scopes.LoadAsync(Id, Token);
            var scope = new RedactionScope(new byte[32], current.Hashes);
            NumberOf(scope, ++other);
            var interfere = _scopes.BeforeSave;
            _scopes.BeforeSave = () => Task.CompletedTask;
            await _scopes.TrySaveAsync(Id, current with { Hashes = scope.Hashes }, Token);
            _scopes.BeforeSave = interfere;
        };
        var failure = await Should.ThrowAsync<IOException>(() => _numbering.RunAsync(Id, scope => NumberOf(scope, 0), Token));
        other.ShouldBe(ConversationNumbering.MaxAttempts);
        failure.Message.ShouldNotContain(Id.UserKey);
        failure.Message.ShouldNotContain(Id.ConversationId);
    }

    private static int? NumberOf(RedactionScope scope, int value) =>
        scope.Number(PiiTypes.Person, value.ToString(CultureInfo.InvariantCulture));
}
