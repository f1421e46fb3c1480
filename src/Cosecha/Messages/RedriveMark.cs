namespace Cosecha.Messages;

/// <summary>What a message that was taken back from a poison queue carries, so that it is known when it fails for the same cause again.</summary>
/// <param name="Error">Why it was there, as in <see cref="Failures.Failure.Error"/>.</param>
/// <param name="FirstAt">When it failed first, UTC.</param>
/// <param name="Times">How often it was taken back, from 1.</param>
public sealed record RedriveMark(string Error, DateTimeOffset FirstAt, int Times);
