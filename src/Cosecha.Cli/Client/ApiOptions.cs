using System.CommandLine;

namespace Cosecha.Cli.Client;

/// <summary>Where Cosecha runs: the options of every command that calls it.</summary>
internal sealed class ApiOptions
{
    private readonly Option<Uri> _url = new("--url")
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

    private readonly Option<string> _key = new("--key")
    {
        Description = "Its host or function key, in Azure.",
        DefaultValueFactory = _ => "",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_key);
    }

    /// <summary>The connection that the options name; the caller disposes it.</summary>
    public HttpClient Connect(ParseResult parsed)
    {
        var http = new HttpClient { BaseAddress = parsed.GetValue(_url)! };
        if (parsed.GetValue(_key) is { Length: > 0 } key)
        {
            http.DefaultRequestHeaders.Add("x-functions-key", key);
        }

        return http;
    }
}
