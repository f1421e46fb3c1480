using Cosecha.Datasets.Reading;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Datasets;

public sealed class MessageSpoolTests
{
    [Fact]
    public void Messages_come_back_in_order_and_from_any_place()
    {
        using var spool = new MessageSpool();
        var messages = Enumerable
            .Range(0, 500)
            .Select(i => ExportWorld.Turn("u1", $"c{i / 10}", i % 10, $"ñandú 🦐 {new string('x', i)}"))
            .ToList();
        var places = messages.ConvertAll(spool.Add);
        spool.ReadAll().Select(m => (m.Header, m.Text)).ShouldBe(messages.Select(m => (m.Header, m.Text)));
        for (var i = messages.Count - 2; i >= 0; i -= 7)
        {
            var (first, second) = spool.ReadPair(places[i]);
            (first.Text, second.Text).ShouldBe((messages[i].Text, messages[i + 1].Text));
            spool.Read(places[i]).Header.ShouldBe(messages[i].Header);
        }

        spool.ReadAll().Count().ShouldBe(messages.Count);
    }

    [Fact]
    public void What_an_export_needs_of_a_message_is_kept()
    {
        var message = ExportWorld.Turn("u1", "c1", 0, "text") with
        {
            Label = ExportWorld.Label(),
            Labeler = new("ai", "m", "2"),
            Verdict = Verdict.Review,
            GapAfter = true,
            Edited = "edited",
        };
        using var spool = new MessageSpool();
        var read = spool.Read(spool.Add(message));
        (read.Label?.Intent, read.Label?.Confidence).ShouldBe((message.Label.Intent, message.Label.Confidence));
        (read.Header, read.Text, read.Content, read.Verdict, read.Labeler, read.GapAfter).ShouldBe(
            (message.Header, "edited", "text", Verdict.Review, message.Labeler, true)
        );
    }
}
