using System.Net;

namespace Cosecha.Cli.Client;

/// <summary>The API could not be reached or did not do what it was asked to. The message is a sentence for the user, without ids or texts.</summary>
internal sealed class CosechaApiException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What it answered; null when it did not.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Why, in its own words; null when it gave none.</summary>
    public string? Detail { get; init; }
}
