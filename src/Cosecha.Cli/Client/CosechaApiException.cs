namespace Cosecha.Cli.Client;

/// <summary>The API could not be reached or did not do what it was asked to. The message is a sentence for the user, without ids or texts.</summary>
internal sealed class CosechaApiException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What it answered; null when it gave no answer, or none that can be read.</summary>
    public int? Status { get; init; }

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsTransient { get; init; }
}
