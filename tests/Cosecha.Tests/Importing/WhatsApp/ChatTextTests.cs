namespace Cosecha.Tests.Importing.WhatsApp;

/// <summary>What people wrote, and what WhatsApp wrote.</summary>
public sealed class ChatTextTests
{
    private const string Opening = "31/01/2026, 14:00 - Ventas: diga\n";
    private const string AppleOpening = "[31/01/2026, 14:00:00] Ventas: diga\n";

    [Theory]
    [InlineData("<Media omitted>", "media")]
    [InlineData("<Multimedia omitido>", "media")]
    [InlineData("IMG-20260131-WA0004.jpg (file attached)", "media")]
    [InlineData("Pedido marzo (final).pdf (archivo adjunto)", "media")]
    [InlineData("location: https://maps.google.com/?q=-2.19,-79.88", "media")]
    [InlineData("ubicación: https://maps.google.com/?q=-2.19,-79.88", "media")]
    [InlineData("null", "media")]
    [InlineData("This message was deleted", "deleted")]
    [InlineData("You deleted this message", "deleted")]
    [InlineData("Se eliminó este mensaje", "deleted")]
    [InlineData("Se eliminó este mensaje.", "deleted")]
    [InlineData("Eliminaste este mensaje", "deleted")]
    [InlineData("Llamada perdida", "system")]
    [InlineData("Missed voice call", "system")]
    [InlineData("", "empty")]
    [InlineData("   ", "empty")]
    [InlineData("precio <This message was edited>", "user Ana: precio")]
    [InlineData("precio <Se editó este mensaje.>", "user Ana: precio")]
    [InlineData("precio: 20% a Houston", "user Ana: precio: 20% a Houston")]
    [InlineData("me llegó imagen omitida y no la veo", "user Ana: me llegó imagen omitida y no la veo")]
    [InlineData("<Multimedia omitido>\nesto es lo que busco", "user Ana: esto es lo que busco")]
    [InlineData("IMG-20260131-WA0004.jpg (archivo adjunto)\n¿tienen este?", "user Ana: ¿tienen este?")]
    [InlineData("uno\n\ndos\n- tres", "user Ana: uno⏎⏎dos⏎- tres")]
    public async Task Android_texts_are_told_from_what_stands_in_their_place(string text, string expected) =>
        (await Chat.ReadAsync($"{Opening}31/01/2026, 14:05 - Ana: {text}\n31/01/2026, 14:06 - Ana: fin"))[1].ShouldBe($"2 {expected}");

    [Theory]
    [InlineData("\u200eimage omitted", "media")]
    [InlineData("\u200eimagen omitida", "media")]
    [InlineData("\u200eaudio omitido", "media")]
    [InlineData("\u200eProforma 4101.pdf • \u200e2 páginas \u200edocumento omitido", "media")]
    [InlineData("\u200e<attached: 00000012-PHOTO-2026-01-31.jpg>", "media")]
    [InlineData("\u200e<adjunto: 00000012-PHOTO-2026-01-31.jpg>", "media")]
    [InlineData("\u200eSe eliminó este mensaje.", "deleted")]
    [InlineData("\u200eLos mensajes y las llamadas están cifrados de extremo a extremo.", "system")]
    [InlineData("\u200eAlgo que WhatsApp dirá mañana", "system")]
    [InlineData("precio \u200e<Se editó este mensaje.>", "user Ana: precio")]
    [InlineData("dile a \u2068Luis\u2069 que sí", "user Ana: dile a Luis que sí")]
    public async Task Apple_texts_are_told_from_what_stands_in_their_place(string text, string expected) =>
        (await Chat.ReadAsync($"{AppleOpening}[31/01/2026, 14:05:01] Ana: {text}\n[31/01/2026, 14:06:02] Ana: fin"))[1]
            .ShouldBe($"2 {expected}");

    [Theory]
    [InlineData("Messages and calls are end-to-end encrypted. Only people in this chat can read them.")]
    [InlineData("Los mensajes y las llamadas están cifrados de extremo a extremo. Obtén más información: toca aquí.")]
    [InlineData("Ana created group \"Pedidos: marzo\"")]
    [InlineData("Ana creó el grupo \"Pedidos: marzo\"")]
    [InlineData("Ana cambió el asunto de \"Pedidos: marzo\" a \"Pedidos: abril\"")]
    [InlineData("Ana changed their phone number to a new number. Tap to message.")]
    [InlineData("Tu código de seguridad con Ana cambió: toca para saber más")]
    public async Task Notices_are_nobodys_messages(string notice)
    {
        var chat = $"31/01/2026, 13:59 - {notice}\nque sigue\n{Opening}31/01/2026, 14:06 - Ana: hola";
        (await Chat.ReadAsync(chat)).ShouldBe(["1 system", "3 assistant Ana: diga", "4 user Ana: hola"]);
    }

    [Fact]
    public async Task What_stands_before_the_first_entry_is_left_out() =>
        (await Chat.ReadAsync($"recortado\n{Opening}31/01/2026, 14:06 - Ana: hola"))[0].ShouldBe("1 no_header");
}
