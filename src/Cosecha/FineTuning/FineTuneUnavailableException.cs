using System.Globalization;

namespace Cosecha.FineTuning;

/// <summary>The fine-tuning service did not do its work. Its own words are left out: it may quote what it was sent.</summary>
/// <param name="status">HTTP status of its answer; 0 when there was none.</param>
public sealed class FineTuneUnavailableException(int status)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"The fine-tuning service answered {status} (0: not at all)."))
{
    /// <summary>Whether the service refused for good, so that it certainly did nothing.</summary>
    public bool IsRefusal => status is >= 400 and < 500 and not 408;

    /// <summary>Whether the service does not know what it was asked about.</summary>
    public bool IsNotFound => status == 404;

    /// <summary>Whether trying later may help without anybody's doing.</summary>
    public bool MayPass => status is 0 or 408 or 429 or >= 500;

    /// <summary>Why, as a code.</summary>
    public string Reason =>
        status switch
        {
            0 or 408 => "service_unreachable",
            401 or 403 => "service_denied",
            404 => "service_not_found",
            429 => "service_quota",
            >= 500 => "service_error",
            _ => "service_refused",
        };
}
