using Cosecha.Datasets;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Datasets;

public sealed class PairFinderTests
{
    [Fact]
    public void A_clean_question_with_a_clean_answer_right_after_it_is_an_example_and_says_where_it_comes_from()
    {
        var example = PairFinder.Find([User(0, "¿precio?"), Assistant(1, "USD 7")]).ShouldHaveSingleItem().Example!;
        example.ShouldBe(new Example("u1", "c1", "¿precio?", "USD 7", 1, example.MessageIds));
        example.MessageIds.ShouldBe(["m0", "m1"]);
    }

    [Fact]
    public void Every_user_message_is_accounted_for()
    {
        StoredMessage[] conversation =
        [
            Assistant(0),
            User(1),
            User(2),
            Assistant(3),
            User(4, verdict: Verdict.Review),
            Assistant(5),
            User(6),
            Assistant(7, Verdict.Rejected),
            User(8, content: null, verdict: Verdict.Discarded),
            Assistant(9),
            User(10),
        ];
        PairFinder
            .Find(conversation)
            .Select(p => p.Excluded)
            .ShouldBe(["unanswered", null, "user_review", "assistant_rejected", "user_discarded", "unanswered"]);
    }

    private static StoredMessage User(int minute, string? content = "q", Verdict verdict = Verdict.Approved) =>
        Sample.Stored(Sample.Header(id: $"m{minute}", minute: minute), content, verdict);

    private static StoredMessage Assistant(int minute, string content) =>
        Sample.Stored(Sample.Header(id: $"m{minute}", role: Role.Assistant, minute: minute), content);

    private static StoredMessage Assistant(int minute, Verdict verdict = Verdict.Approved) =>
        Assistant(minute, "a") with
        {
            Verdict = verdict,
        };
}
