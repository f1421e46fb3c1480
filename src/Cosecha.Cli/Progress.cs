using System.Globalization;

namespace Cosecha.Cli;

/// <summary>Shows on a terminal that something still goes on. Where nobody looks, nothing is written.</summary>
internal static class Progress
{
    public static async Task<T> ShowAsync<T>(string what, Task<T> work, CancellationToken cancellationToken)
    {
        if (Console.IsErrorRedirected)
        {
            return await work;
        }

        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var seconds = 0; !work.IsCompleted; seconds++)
        {
            await Console.Error.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"\r{what}: {seconds} s"));
            await Task.WhenAny(work, tick.WaitForNextTickAsync(cancellationToken).AsTask());
        }

        await Console.Error.WriteAsync("\r" + new string(' ', what.Length + 12) + "\r");
        return await work;
    }
}
