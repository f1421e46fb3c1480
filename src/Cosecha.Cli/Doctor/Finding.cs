using System.Text.Json.Serialization;

namespace Cosecha.Cli.Doctor;

/// <summary>What a check saw.</summary>
/// <param name="Verdict">How it is.</param>
/// <param name="Check">What was looked at, in a word or two.</param>
/// <param name="Seen">What was seen: a sentence without secrets, user ids and message texts.</param>
/// <param name="Mend">The command or the change that mends it; null where nothing has to be.</param>
internal sealed record Finding(Verdict Verdict, string Check, string Seen, string? Mend = null);

/// <summary>How it is, from best to worst.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
internal enum Verdict
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>The app works, but a person should know.</summary>
    Warn,

    /// <summary>The app does not start, or does not work.</summary>
    Fail,
}
