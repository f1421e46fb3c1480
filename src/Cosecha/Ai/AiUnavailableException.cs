using System.Globalization;

namespace Cosecha.Ai;

/// <summary>The language model's service did not do its work. Thrown, so that the queue tries again later.</summary>
/// <param name="status">HTTP status of its last answer; 0 when there was none.</param>
public sealed class AiUnavailableException(int status) : Exception(Text(status))
{
    /// <summary>HTTP status of its last answer; 0 when there was none.</summary>
    public int Status => status;

    private static string Text(int status) =>
        status switch
        {
            0 => "The language model cannot be reached, or takes too long: look at Ai__Endpoint and Ai__TimeoutSeconds.",
            401 or 403 => string.Create(
                CultureInfo.InvariantCulture,
                $"The language model answered {status}: look at Ai__Key or the identity's role."
            ),
            400 => "The language model answered 400: it has to take temperature 0 and a strict JSON schema; look at Ai__Model.",
            404 => "The language model answered 404: look at Ai__Endpoint and Ai__Model.",
            429 => "The language model answered 429: its quota is used up for now; fewer Ai__MaxConcurrentCalls or a larger quota help.",
            _ => string.Create(CultureInfo.InvariantCulture, $"The language model answered {status}."),
        };
}
