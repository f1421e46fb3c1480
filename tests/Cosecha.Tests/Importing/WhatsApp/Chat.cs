using Cosecha.Importing;
using Cosecha.Importing.WhatsApp;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Importing.WhatsApp;

/// <summary>Exported chats of a business that is called "Ventas".</summary>
internal static class Chat
{
    public const string Business = "Ventas";
    private static readonly FakeTimeProvider s_clock = new(new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    public static WhatsAppReader Reader(string text, DateOrder? order = null, string zone = "America/Guayaquil", string? user = null) =>
        new(() => new StringReader(text), new(Business, TimeZoneInfo.FindSystemTimeZoneById(zone), order, user), s_clock);

    public static Task<IReadOnlyList<string>> ReadAsync(string text, DateOrder? order = null) => Reading.AllAsync(Reader(text, order));

    public static async Task<IReadOnlyList<DateTimeOffset>> TimesAsync(string text, DateOrder? order = null) =>
        [.. (await Reading.ListAsync(Reader(text, order))).Select(r => r.Message!.Timestamp)];

    public static Task<InvalidDataException> RefusedAsync(string text, DateOrder? order = null, string? user = null) =>
        Should.ThrowAsync<InvalidDataException>(() => Reading.ListAsync(Reader(text, order, user: user)));
}
