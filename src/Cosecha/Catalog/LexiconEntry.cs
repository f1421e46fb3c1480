namespace Cosecha.Catalog;

/// <summary>One meaning of a phrase.</summary>
/// <param name="Mark">What it is.</param>
/// <param name="Value">Canonical form, where there is one.</param>
/// <param name="Number">Its number, where there is one.</param>
/// <param name="Source">The record of the catalog that it stems from, where more than the canonical form matters.</param>
internal sealed record LexiconEntry(Mark Mark, string? Value = null, double Number = 0, object? Source = null);
