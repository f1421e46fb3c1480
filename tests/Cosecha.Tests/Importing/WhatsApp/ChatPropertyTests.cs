using System.Globalization;
using Cosecha.Importing.WhatsApp;
using Cosecha.Messages;
using CsCheck;

namespace Cosecha.Tests.Importing.WhatsApp;

public sealed class ChatPropertyTests
{
    // Pieces that headers, marks and names are made of.
    private static readonly Gen<string> s_piece = Gen.OneOf(
        Reading.Pick("31/01/2026, 14:05 - ", "[31/01/26, 14:05:33] ", "1/31/26, 2:05\u202fPM - ", "99/99/9999, 99:99 - ", "0/0/0 0:00 - "),
        Reading.Pick(
            "\n",
            "\r\n",
            ": ",
            ":",
            "Ventas: ",
            "Ana: ",
            "\u200e",
            "<Media omitted>",
            "(file attached)",
            "\u202a",
            "\ud83d",
            "]",
            " - "
        ),
        Gen.String[0, 8]
    );

    private static readonly Gen<(bool IsAssistant, int Minutes, string Text)> s_message = Gen.Select(
        Gen.Bool,
        Gen.Int[0, 3],
        Gen.String[Gen.Char["abcxyz \n:-/1[]ñ¿\""], 1, 40]
    );

    [Fact]
    public void No_text_makes_it_fail_but_by_a_sentence() =>
        s_piece
            .Array[0, 30]
            .Select(p => string.Concat(p))
            .Sample(
                text =>
                {
                    foreach (var order in (DateOrder?[])[null, DateOrder.Dmy, DateOrder.Mdy, DateOrder.Ymd])
                    {
                        try
                        {
                            Reading.ListAsync(Chat.Reader(text, order)).GetAwaiter().GetResult();
                        }
                        catch (InvalidDataException)
                        {
                            // It is no chat, and the operator is told so.
                        }
                    }
                },
                iter: 5_000
            );

    [Fact]
    public void What_was_exported_is_read_back() =>
        Gen.Select(s_message.Array[1, 20], Gen.Bool)
            .Sample(
                (messages, isApple) =>
                {
                    var texts = messages.Select(m => $"x{m.Text}x").ToList();
                    var chat = Export(messages, texts, isApple);
                    var read = Reading.ListAsync(Chat.Reader(chat, DateOrder.Dmy)).GetAwaiter().GetResult().Skip(2).ToList();
                    read.Select(r => r.Message!.Content).ShouldBe(texts);
                    read.Select(r => r.Message!.Role == Role.Assistant).ShouldBe(messages.Select(m => m.IsAssistant));
                    read.Select(r => r.Message!.Timestamp).ShouldBeInOrder();
                },
                iter: 2_000
            );

    private static string Export(IReadOnlyList<(bool IsAssistant, int Minutes, string Text)> messages, List<string> texts, bool isApple)
    {
        var time = new DateTime(2026, 1, 31, 23, 50, 7);
        var lines = new List<string>();
        foreach (
            var (sender, text, minutes) in messages
                .Zip(texts, (m, t) => (m.IsAssistant ? Chat.Business : "Ana", t, m.Minutes))
                .Prepend(("Ana", "hola", 0))
                .Prepend((Chat.Business, "diga", 0))
        )
        {
            time = time.AddMinutes(minutes);
            var stamp = time.ToString(isApple ? "[dd'/'MM'/'yy, HH:mm:ss] " : "d'/'M'/'yyyy, HH:mm - ", CultureInfo.InvariantCulture);
            lines.Add($"{stamp}{sender}: {text}");
        }

        return string.Join('\n', lines);
    }
}
