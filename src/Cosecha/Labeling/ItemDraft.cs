namespace Cosecha.Labeling;

/// <summary>A line of an order or a question while it is put together.</summary>
internal sealed record ItemDraft(string? Product, string? Size, int First, int Next)
{
    public double? Glazing { get; init; }

    public double? Quantity { get; init; }

    public string? Unit { get; init; }

    /// <summary>Whether the other line says nothing that this one does not.</summary>
    public bool Covers(ItemDraft other) =>
        Product == other.Product
        && Size == other.Size
        && (other.Glazing is null || other.Glazing == Glazing)
        && (other.Quantity is null || (other.Quantity == Quantity && other.Unit == Unit));
}
