namespace Cosecha.Cli.Doctor;

/// <summary>
/// This machine's clock against the storage's. Azure refuses signed requests that are 15 minutes off, and Cosecha a consent that is more than five
/// minutes ahead.
/// </summary>
internal sealed class ClockCheck(DoctorSettings settings, TimeProvider clock) : ICheck
{
    private const string Check = "clock";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_noticeable = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_harmful = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var address = StorageClients.Connect(settings.Configuration).Queues.Uri;
            return [await AskAsync(address, cancellationToken) is { } time ? Judge(time - clock.GetUtcNow()) : Unknown()];
        }
        catch (Exception e)
            when (e is InvalidDataException or HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return [Unknown()];
        }
    }

    /// <summary>A refusal has a date too, so the question needs no key.</summary>
    private static async Task<DateTimeOffset?> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = s_patience };
        using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return answer.Headers.Date;
    }

    private static Finding Judge(TimeSpan skew)
    {
        var off = skew.Duration();
        var seen = $"{off.TotalSeconds:0} seconds {(skew > TimeSpan.Zero ? "behind" : "ahead of")} the storage's";
        return off > s_harmful ? new(Verdict.Fail, Check, seen, "sudo timedatectl set-ntp true")
            : off > s_noticeable ? new(Verdict.Warn, Check, seen, "sudo timedatectl set-ntp true")
            : new(Verdict.Ok, Check, "agrees with the storage's within a minute");
    }

    private static Finding Unknown() => new(Verdict.Warn, Check, "not compared: the storage told no time, see above");
}
