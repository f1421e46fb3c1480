using Cosecha.Importing;
using Cosecha.Messages;

namespace Cosecha.Tests.Importing;

public sealed class HistoryIdentityTests
{
    private static readonly DateTimeOffset s_time = new(2026, 1, 31, 15, 0, 0, TimeSpan.Zero);
    private readonly HistoryIdentity _identity = new("whatsapp");

    [Fact]
    public void The_same_export_gets_the_same_ids_and_equal_messages_different_ones()
    {
        HistoryMessage[] messages =
        [
            Message("ok"),
            Message("ok"),
            Message("ya"),
            Message("ok", role: Role.Assistant),
            Message("ok", "14:06"),
        ];
        var first = messages.Select(_identity.Of).ToList();
        first.Distinct().Count().ShouldBe(5);
        var again = new HistoryIdentity("whatsapp");
        messages.Select(again.Of).ShouldBe(first);
    }

    [Fact]
    public void An_export_that_lost_its_beginning_keeps_the_ids_of_the_rest()
    {
        HistoryMessage[] messages = [Message("uno", "14:01"), Message("dos", "14:02"), Message("tres", "14:03")];
        messages.Select(_identity.Of).Skip(1).ShouldBe(messages[1..].Select(new HistoryIdentity("whatsapp").Of));
    }

    [Fact]
    public void The_spelling_of_a_number_and_the_time_zone_change_nothing()
    {
        var id = _identity.Of(Message("hola"));
        new HistoryIdentity("whatsapp").Of(Message("hola") with { UserId = "593990000001", Timestamp = s_time.AddHours(3) }).ShouldBe(id);
    }

    [Fact]
    public void What_the_history_names_itself_is_kept()
    {
        var message = Message("hola") with { MessageId = "m1", ConversationId = "c1" };
        _identity.Of(message).ShouldBe(("c1", "m1"));
    }

    [Fact]
    public void Made_ids_are_such_that_are_never_stored_as_they_are()
    {
        var safeId = new Cosecha.Capture.SafeId(Fakes.Sample.Pseudonyms(Fakes.Sample.Secret(1)));
        var (conversation, message) = _identity.Of(Message("hola"));
        safeId.Of(conversation).ShouldNotBe(conversation);
        safeId.Of(message).ShouldNotBe(message);
        message.ShouldNotContain("hola");
    }

    private static HistoryMessage Message(string text, string moment = "14:05", Role role = Role.User) =>
        new("+593 99 000 0001", role, text, s_time, moment);
}
