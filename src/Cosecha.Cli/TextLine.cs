namespace Cosecha.Cli;

/// <summary>A line of input.</summary>
/// <param name="Id">The message's id, handed through.</param>
/// <param name="Text">The message.</param>
internal sealed record TextLine(string Id, string Text);
