namespace Cosecha.FineTuning;

/// <summary>How far a job is: what comes before it is the service's, then the service's own words (OpenAI, "The fine-tuning job object").</summary>
public static class FineTuneStatus
{
    /// <summary>The files are being checked and uploaded.</summary>
    public const string Preparing = "preparing";

    /// <summary>The files are at the service, which has not read them yet.</summary>
    public const string Uploaded = "uploaded";

    /// <summary>The service is being asked to start; whether it did is not known yet.</summary>
    public const string Starting = "starting";

    /// <summary>There is a model.</summary>
    public const string Succeeded = "succeeded";

    /// <summary>There will be none; the error says why.</summary>
    public const string Failed = "failed";

    /// <summary>Somebody stopped the job.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Whether nothing follows.</summary>
    public static bool IsFinal(string status) => status is Succeeded or Failed or Cancelled;
}
