namespace Cosecha.Importing.WhatsApp;

/// <summary>What an exported chat does not say about itself.</summary>
/// <param name="Assistant">The sender that is the business, as exported.</param>
/// <param name="Zone">The time zone of the phone that exported it.</param>
/// <param name="Order">The order of its dates; null to find it out.</param>
/// <param name="UserId">The id of its one user; null for the name or number in the export.</param>
public sealed record WhatsAppOptions(string Assistant, TimeZoneInfo Zone, DateOrder? Order = null, string? UserId = null);
