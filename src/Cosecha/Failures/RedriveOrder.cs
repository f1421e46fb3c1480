namespace Cosecha.Failures;

/// <summary>What to take back from a poison queue.</summary>
/// <param name="Queue">The queue whose poison messages go back into it.</param>
/// <param name="Id">The <see cref="Failure.Id"/> of a single one; null for all.</param>
/// <param name="Repeated">Whether those go back, too, that were taken back before and failed for the same cause again. A single one always does.</param>
public sealed record RedriveOrder(string Queue, string? Id = null, bool Repeated = false);
