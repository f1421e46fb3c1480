using Cosecha.Datasets;
using Cosecha.Datasets.Checks;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Datasets;

public sealed class WindowBuilderTests
{
    [Fact]
    public void A_window_holds_the_turns_before_as_context_that_is_not_learned()
    {
        var window = Build([User("q1"), Bot("a1"), User("q2"), Bot("a2")], question: 2);
        window.Before.ShouldBe([new("system", "s"), new("user", "q1"), new("assistant", "a1", 0), new("user", "q2")]);
        (window.Answer, window.Original).ShouldBe(("a2", null));
        window.ContextIds.ShouldBe(["m0", "m1"]);
    }

    [Fact]
    public void Messages_that_one_side_wrote_in_a_row_are_one_turn()
    {
        var window = Build([User("q"), User("1"), Bot("a"), Bot("1"), User("q"), User("2"), Bot("a"), Bot("2"), User("q3")], question: 5);
        window.Before.ShouldBe([new("system", "s"), new("user", "q\n1"), new("assistant", "a\n1", 0), new("user", "q\n2")]);
        window.Answer.ShouldBe("a\n2");
        window.ContextIds.ShouldBe(["m0", "m1", "m2", "m3", "m4", "m7"]);
    }

    [Fact]
    public void A_window_holds_no_more_turns_than_are_set()
    {
        StoredMessage[] conversation = [User("q1"), Bot("a1"), User("q2"), Bot("a2"), User("q3"), Bot("a3")];
        Texts(Build(conversation, question: 4, maxTurns: 2)).ShouldBe(["s", "q2", "a2", "q3"]);
        Texts(Build(conversation, question: 4, maxTurns: 1)).ShouldBe(["s", "q3"]);
    }

    [Fact]
    public void Earlier_turns_are_left_out_before_a_window_grows_over_its_tokens_but_the_pair_is_never_cut()
    {
        var word = string.Concat(Enumerable.Repeat(" camarón", 40));
        StoredMessage[] conversation = [User(word), Bot(word), User(word), Bot(word), User(word), Bot(word)];
        var tokens = TokenCounter.Of(TokenEncoding.O200kBase);
        var pair = tokens.Count(word) * 2;
        Texts(Build(conversation, question: 4, maxTokens: (2 * pair) + 30)).Count.ShouldBe(4);
        Texts(Build(conversation, question: 4, maxTokens: (2 * pair) - 1)).Count.ShouldBe(2);
        Texts(Build(conversation, question: 4, maxTokens: 64)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(Verdict.Review)]
    [InlineData(Verdict.Rejected)]
    [InlineData(Verdict.Discarded)]
    public void What_is_not_clean_ends_the_context(Verdict verdict)
    {
        StoredMessage[] conversation = [User("q1"), Bot("a1"), User("q2"), Bot("a2"), User("q3"), Bot("a3")];
        Texts(Build(conversation.With(2, m => m with { Verdict = verdict }), question: 4)).ShouldBe(["s", "q3"]);
        Texts(Build(conversation.With(1, m => m with { Verdict = verdict }), question: 4)).ShouldBe(["s", "q2", "a2", "q3"]);
        Texts(Build(conversation.With(1, m => m with { GapAfter = true }), question: 4)).ShouldBe(["s", "q2", "a2", "q3"]);
    }

    [Fact]
    public void A_turn_of_several_messages_holds_the_clean_ones_next_to_its_pair_only()
    {
        StoredMessage[] conversation = [User("no"), User("q"), Bot("a"), Bot("no"), User("q2"), Bot("a2")];
        conversation = conversation.With(0, Rejected).With(3, Rejected);
        var window = Build(conversation, question: 1);
        Texts(window).ShouldBe(["s", "q"]);
        window.Answer.ShouldBe("a");
        Texts(Build(conversation, question: 4)).ShouldBe(["s", "q2"]);

        static StoredMessage Rejected(StoredMessage message) => message with { Verdict = Verdict.Rejected };
    }

    [Fact]
    public void A_conversation_that_the_assistant_began_gives_no_context_without_a_user()
    {
        Texts(Build([Bot("hola"), User("q1"), Bot("a1"), User("q2"), Bot("a2")], question: 3)).ShouldBe(["s", "q1", "a1", "q2"]);
    }

    [Fact]
    public void What_a_reviewer_wrote_stands_in_the_place_of_what_was_there_and_the_bots_answer_is_kept_for_preference()
    {
        StoredMessage[] conversation =
        [
            User("q1") with
            {
                Edited = "Q1",
            },
            Bot("a1"),
            User("q2"),
            Bot("a2") with
            {
                Edited = "A2",
            },
            Bot("a3"),
        ];
        var window = Build(conversation, question: 2);
        Texts(window).ShouldBe(["s", "Q1", "a1", "q2"]);
        (window.Answer, window.Original).ShouldBe(("A2\na3", "a2\na3"));
    }

    [Fact]
    public void An_edit_that_changes_nothing_or_stands_for_no_answer_prefers_nothing()
    {
        Build([User("q"), Bot("a") with { Edited = "a" }], question: 0).Original.ShouldBeNull();
        Build([User("q"), Bot("a") with { Content = null, Edited = "b" }], question: 0).Original.ShouldBeNull();
    }

    private static Window Build(IReadOnlyList<StoredMessage> conversation, int question, int maxTurns = 10, int maxTokens = 4_096)
    {
        var numbered = conversation
            .Select((m, i) => m with { Header = Sample.Header(id: $"m{i}", role: m.Header.Role, minute: i) })
            .ToList();
        return new WindowBuilder("s", maxTurns, maxTokens, TokenCounter.Of(TokenEncoding.O200kBase)).Build(numbered, question);
    }

    private static List<string> Texts(Window window) => [.. window.Before.Select(turn => turn.Content)];

    private static StoredMessage User(string text) => Sample.Stored(Sample.Header(), text);

    private static StoredMessage Bot(string text) => Sample.Stored(Sample.Header(role: Role.Assistant), text);
}

file static class Conversations
{
    public static StoredMessage[] With(this StoredMessage[] conversation, int at, Func<StoredMessage, StoredMessage> change) =>
        [.. conversation.Select((m, i) => i == at ? change(m) : m)];
}
