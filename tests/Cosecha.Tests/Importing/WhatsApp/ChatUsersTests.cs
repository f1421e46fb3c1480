namespace Cosecha.Tests.Importing.WhatsApp;

/// <summary>Who is who in an exported chat.</summary>
public sealed class ChatUsersTests
{
    private const string Two = "31/01/2026, 14:00 - Ventas: diga\n31/01/2026, 14:05 - Ana: hola";

    [Fact]
    public async Task The_answers_of_the_business_belong_to_the_one_user_of_the_chat() =>
        (await Chat.ReadAsync(Two)).ShouldBe(["1 assistant Ana: diga", "2 user Ana: hola"]);

    [Fact]
    public async Task In_a_chat_of_several_users_nobody_knows_whom_an_answer_is_about()
    {
        (await Chat.ReadAsync($"{Two}\n31/01/2026, 14:06 - Luis: buenas")).ShouldBe([
            "1 several_users",
            "2 user Ana: hola",
            "3 user Luis: buenas",
        ]);
        (await Chat.RefusedAsync($"{Two}\n31/01/2026, 14:06 - Luis: buenas", user: "593990000001")).Message.ShouldBe(
            "--user is for a chat with one user; this one has 2."
        );
    }

    [Fact]
    public async Task The_operator_may_know_the_user_by_another_id() =>
        (await Reading.AllAsync(Chat.Reader(Two, user: "593990000001"))).ShouldBe([
            "1 assistant 593990000001: diga",
            "2 user 593990000001: hola",
        ]);

    [Fact]
    public async Task A_number_is_read_without_the_marks_that_keep_it_together() =>
        (await Chat.ReadAsync(Two.Replace("Ana", "\u202a+593\u00a099\u00a0000\u20110001\u202c", StringComparison.Ordinal)))[1]
            .ShouldBe("2 user +593 99 000-0001: hola");

    [Fact]
    public async Task A_business_that_is_called_otherwise_is_not_guessed()
    {
        var refused = await Chat.RefusedAsync(Two.Replace("Ventas", "Camarón SA", StringComparison.Ordinal));
        refused.Message.ShouldBe("The chat has 2 senders, and none is called as --assistant says.");
    }

    [Fact]
    public async Task A_file_that_is_no_chat_is_refused() =>
        (await Chat.RefusedAsync("id,texto\n1,hola")).Message.ShouldBe("The file holds no line of an exported WhatsApp chat.");
}
