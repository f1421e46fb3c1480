using System.Text.RegularExpressions;
using Cosecha.LocalHost.Configuration;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Cosecha.LocalHost;

/// <summary>Says in a sentence, or one for each wrong setting, why the host cannot start, where whoever runs it can change that.</summary>
internal static partial class StartProblem
{
    /// <summary>The sentence; null for anything else, which is a bug and keeps its stack trace.</summary>
    public static string? Describe(Exception exception) =>
        exception switch
        {
            HostConfigurationException configuration => configuration.Message,
            OptionsValidationException options => Settings([options]),
            // Several sections at once.
            AggregateException several when several.InnerExceptions.All(inner => inner is OptionsValidationException) => Settings(
                several.InnerExceptions.Cast<OptionsValidationException>()
            ),
            IOException { InnerException: AddressInUseException } busy =>
                $"{Address().Match(busy.Message).Value} is in use: stop what uses it, or choose another port with --port.",
            _ => null,
        };

    private static string Settings(IEnumerable<OptionsValidationException> problems) =>
        string.Join("\n  ", problems.SelectMany(problem => problem.Failures).Prepend("Settings are not valid (docs/settings.md):"));

    // The server knows the address, and tells it in its message only.
    [GeneratedRegex(@"https?://\S+(?=:)")]
    private static partial Regex Address();
}
