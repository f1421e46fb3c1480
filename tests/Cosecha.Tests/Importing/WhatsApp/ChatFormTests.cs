using Cosecha.Importing.WhatsApp;

namespace Cosecha.Tests.Importing.WhatsApp;

/// <summary>The ways in which phones write an entry.</summary>
public sealed class ChatFormTests
{
    [Theory]
    [InlineData("31/01/2026, 14:05 - Ana: hola", "2026-01-31T14:05:00")]
    [InlineData("31/1/26 14:05 - Ana: hola", "2026-01-31T14:05:00")]
    [InlineData("1/31/26, 2:05\u202fPM - Ana: hola", "2026-01-31T14:05:00")]
    [InlineData("1/31/26, 12:05 AM - Ana: hola", "2026-01-31T00:05:00")]
    [InlineData("1/31/26, 12:05 pm - Ana: hola", "2026-01-31T12:05:00")]
    [InlineData("31/1/26, 2:05 p. m. - Ana: hola", "2026-01-31T14:05:00")]
    [InlineData("31/1/26, 2:05\u00a0a.\u00a0m. - Ana: hola", "2026-01-31T02:05:00")]
    [InlineData("31/1/2026, 2:05\u202fp.\u202fm. - Ana: hola", "2026-01-31T14:05:00")]
    [InlineData("31.01.26, 14:05 - Ana: hola", "2026-01-31T14:05:00")]
    [InlineData("2026-01-31, 14:05 - Ana: hola", "2026-01-31T14:05:00")]
    [InlineData("[31/01/26, 14:05:33] Ana: hola", "2026-01-31T14:05:33")]
    [InlineData("[31/1/26, 2:05:33 p. m.] Ana: hola", "2026-01-31T14:05:33")]
    [InlineData("[1/31/26, 2:05:33\u202fPM] Ana: hola", "2026-01-31T14:05:33")]
    [InlineData("\u200e[31/01/2026, 14:05:33] \u200eAna: hola", "2026-01-31T14:05:33")]
    [InlineData("\ufeff31/01/2026, 14:05 - Ana: hola", "2026-01-31T14:05:00")]
    public async Task An_entry_is_read_in_every_form(string entry, string time)
    {
        var chat = $"{entry}\n{entry.Replace("Ana: hola", "Ventas: diga", StringComparison.Ordinal)}";
        (await Chat.ReadAsync(chat)).ShouldBe(["1 user Ana: hola", "2 assistant Ana: diga"]);
        // Guayaquil has been five hours behind UTC since 1993.
        (await Chat.TimesAsync(chat))[0]
            .ShouldBe(DateTimeOffset.Parse($"{time}-05:00", null));
    }

    [Theory]
    [InlineData("31/13/2026, 14:05 - Ana: x")]
    [InlineData("30/02/2026, 14:05 - Ana: x")]
    [InlineData("31/01/2026, 24:05 - Ana: x")]
    [InlineData("31/01/2026, 14:60 - Ana: x")]
    [InlineData("0/01/2026, 14:05 - Ana: x")]
    [InlineData("31/01/2027, 14:05 - Ana: x")]
    [InlineData("31/01/26, 14:05 - Ana: x")]
    [InlineData("31.01.2026, 14:05 - Ana: x")]
    [InlineData("31/01/2026, 2:05 PM - Ana: x")]
    [InlineData("[31/01/2026, 14:05] Ana: x")]
    [InlineData("31/01/2026, 14:05:10 - Ana: x")]
    [InlineData("[31/01/2026, 14:05 - Ana: x")]
    [InlineData("el 31/01/2026, 14:05 - Ana: x")]
    [InlineData("3/1/2026")]
    public async Task What_only_looks_like_an_entry_stays_text(string line)
    {
        var chat = $"31/01/2026, 14:05 - Ventas: diga\n31/01/2026, 14:06 - Ana: mire\n{line}\nfin";
        (await Chat.ReadAsync(chat)).ShouldBe(["1 assistant Ana: diga", $"2 user Ana: mire⏎{line}⏎fin"]);
    }

    [Theory]
    [InlineData("13/2/26", "3/2/26", "2026-02-03")]
    [InlineData("2/13/26", "3/2/26", "2026-03-02")]
    // The fifth of December was still to come when this was exported.
    [InlineData("3/2/26", "5/12/26", "2026-05-12", DateOrder.Mdy)]
    [InlineData("12/5/26", "3/2/26", "2026-02-03")]
    public async Task The_order_of_the_dates_is_found_in_the_file(string first, string second, string expected, DateOrder? order = null)
    {
        var times = await Chat.TimesAsync($"{first}, 14:05 - Ventas: diga\n{second}, 14:05 - Ana: hola", order);
        DateOnly.FromDateTime(times[1].DateTime).ShouldBe(DateOnly.Parse(expected, null));
    }

    [Fact]
    public async Task Dates_that_can_be_read_in_two_ways_need_the_operators_word()
    {
        const string Both = "01/02/26, 14:05 - Ventas: diga\n02/03/26, 14:05 - Ana: hola";
        (await Chat.RefusedAsync(Both)).Message.ShouldBe("No date of the chat tells days from months: say --date-order dmy, mdy or ymd.");
        DateOrder[] orders = [DateOrder.Dmy, DateOrder.Mdy, DateOrder.Ymd];
        var days = await Task.WhenAll(orders.Select(async o => $"{(await Chat.TimesAsync(Both, o))[0]:yyyy-MM-dd}"));
        days.ShouldBe(["2026-02-01", "2026-01-02", "2001-02-26"]);
    }

    [Fact]
    public async Task Dates_that_contradict_each_other_need_the_operators_word()
    {
        const string Mixed = "31/1/26, 14:05 - Ventas: diga\n1/31/26, 14:06 - Ana: hola";
        (await Chat.RefusedAsync(Mixed)).Message.ShouldStartWith("The chat has dates that contradict each other");
        (await Chat.ReadAsync(Mixed + "\n31/1/26, 14:07 - Ana: ya", DateOrder.Dmy)).ShouldBe([
            "1 assistant Ana: diga⏎1/31/26, 14:06 - Ana: hola",
            "3 user Ana: ya",
        ]);
    }

    [Fact]
    public async Task Messages_of_one_minute_keep_their_order()
    {
        const string Chatter =
            "31/01/2026, 14:05 - Ana: uno\n31/01/2026, 14:05 - Ventas: dos\n31/01/2026, 14:05 - Ana: tres\n31/01/2026, 14:06 - Ana: cuatro";
        var times = await Chat.TimesAsync(Chatter);
        times.ShouldBe(times.Order());
        times.Distinct().Count().ShouldBe(4);
        times[3].Millisecond.ShouldBe(0);
    }
}
