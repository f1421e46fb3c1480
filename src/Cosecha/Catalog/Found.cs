namespace Cosecha.Catalog;

/// <summary>What a reader found, in tokens.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">Its first token.</param>
/// <param name="Next">The token after it.</param>
/// <param name="Value">See <see cref="DomainSpan.Value"/>.</param>
/// <param name="Number">See <see cref="DomainSpan.Number"/>.</param>
internal readonly record struct Found(DomainKind Kind, int First, int Next, string? Value = null, double? Number = null);
