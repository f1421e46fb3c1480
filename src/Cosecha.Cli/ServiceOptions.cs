using System.CommandLine;

namespace Cosecha.Cli;

/// <summary>The options of commands that call a running Cosecha.</summary>
internal sealed class ServiceOptions
{
    /// <summary>Where it runs.</summary>
    public Option<Uri> Url { get; } =
        new("--url")
        {
            Description = "Where Cosecha runs.",
            DefaultValueFactory = _ => new Uri("http://localhost:7071"),
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                {
                    return address;
                }

                result.AddError("--url must be an http or https address.");
                return null;
            },
        };

    /// <summary>How to get in.</summary>
    public Option<string> Key { get; } =
        new("--key")
        {
            Description = "The operator's key (Access__OperatorKey); for import and demo a function key.",
            DefaultValueFactory = _ => "",
        };

    /// <summary>A client for it; no call yet.</summary>
    public HttpClient Connect(ParseResult parsed)
    {
        var http = new HttpClient { BaseAddress = parsed.GetValue(Url) };
        if (parsed.GetValue(Key) is { Length: > 0 } key)
        {
            http.DefaultRequestHeaders.Add("x-functions-key", key);
        }

        return http;
    }
}
