using Cosecha.Datasets;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Datasets;

public sealed class PairFinderTests
{
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

    private static StoredMessage Assistant(int minute, Verdict verdict = Verdict.Approved) =>
        Sample.Stored(Sample.Header(id: $"m{minute}", role: Role.Assistant, minute: minute), "a", verdict);
}
